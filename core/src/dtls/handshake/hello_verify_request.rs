//! The server's cookie.

use super::{DecodeError, HandshakeType, MessageBody};
use crate::wire::{ByteReader, ByteWriter};

/// A HelloVerifyRequest, RFC 6347 section 4.2.1.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HelloVerifyRequest {
    /// The code point of a version, which says nothing about the one to be chosen.
    pub version: u16,
    /// What the client is to send back: at most 255 bytes.
    pub cookie: Vec<u8>,
}

impl MessageBody for HelloVerifyRequest {
    const TYPE: HandshakeType = HandshakeType::HelloVerifyRequest;

    fn read(reader: &mut ByteReader<'_>) -> Result<HelloVerifyRequest, DecodeError> {
        let version = reader.u16()?;
        Ok(HelloVerifyRequest { version, cookie: reader.prefixed_u8()?.to_vec() })
    }

    fn encode(&self, writer: &mut ByteWriter<'_>) {
        writer.u16(self.version);
        writer.prefixed(1, |w| w.bytes(&self.cookie));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cookie_survives_the_wire() {
        let request = HelloVerifyRequest { version: 0xfeff, cookie: vec![5; 32] };
        let mut bytes = Vec::new();
        request.encode(&mut ByteWriter::new(&mut bytes));
        assert_eq!(HelloVerifyRequest::decode(&bytes), Ok(request));
        assert!((0..bytes.len()).all(|end| HelloVerifyRequest::decode(&bytes[..end]).is_err()));
        bytes.push(0);
        assert_eq!(HelloVerifyRequest::decode(&bytes), Err(DecodeError::TrailingBytes(1)));
    }
}
