//! The server's choice.

use super::extension::Extensions;
use super::{DecodeError, HandshakeType, MessageBody};
use crate::wire::{ByteReader, ByteWriter};

/// A ServerHello, RFC 5246 section 7.4.1.3.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ServerHello {
    /// The code point of the version.
    pub version: u16,
    /// The server's random.
    pub random: [u8; 32],
    /// The session, to be resumed later: at most 32 bytes.
    pub session_id: Vec<u8>,
    /// The code point of the cipher suite.
    pub cipher_suite: u16,
    /// The compression method; 0 is none.
    pub compression_method: u8,
    /// The extensions answered.
    pub extensions: Extensions,
}

impl MessageBody for ServerHello {
    const TYPE: HandshakeType = HandshakeType::ServerHello;

    fn read(reader: &mut ByteReader<'_>) -> Result<ServerHello, DecodeError> {
        let (version, random) = (reader.u16()?, reader.array()?);
        let session_id = reader.prefixed_u8()?.to_vec();
        if session_id.len() > 32 {
            return Err(DecodeError::InvalidLength(session_id.len()));
        }
        let (cipher_suite, compression_method) = (reader.u16()?, reader.u8()?);
        let extensions = Extensions::read(reader)?;
        Ok(ServerHello {
            version,
            random,
            session_id,
            cipher_suite,
            compression_method,
            extensions,
        })
    }

    fn encode(&self, writer: &mut ByteWriter<'_>) {
        writer.u16(self.version);
        writer.bytes(&self.random);
        writer.prefixed(1, |w| w.bytes(&self.session_id));
        writer.u16(self.cipher_suite);
        writer.u8(self.compression_method);
        self.extensions.encode(writer);
    }
}

#[cfg(test)]
mod tests {
    use super::super::extension::Extension;
    use super::*;

    #[test]
    fn a_hello_survives_the_wire() {
        let hello = ServerHello {
            version: 0xfefd,
            random: [3; 32],
            session_id: vec![1, 2],
            cipher_suite: 0xc02b,
            compression_method: 0,
            extensions: Extensions(vec![Extension { code: 23, body: vec![] }]),
        };
        let mut bytes = Vec::new();
        hello.encode(&mut ByteWriter::new(&mut bytes));
        assert_eq!(ServerHello::decode(&bytes), Ok(hello));
        let without = bytes.len() - 6;
        for length in (0..bytes.len()).filter(|length| *length != without) {
            assert!(ServerHello::decode(&bytes[..length]).is_err(), "{length}");
        }
    }
}
