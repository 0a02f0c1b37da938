//! The client's share of the key agreement.

use super::{DecodeError, HandshakeType, MessageBody};
use crate::wire::{ByteReader, ByteWriter};

/// A ClientKeyExchange of ECDHE, RFC 8422 section 5.7.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ClientKeyExchange {
    /// The client's public key: 1 to 255 bytes.
    pub public_key: Vec<u8>,
}

impl MessageBody for ClientKeyExchange {
    const TYPE: HandshakeType = HandshakeType::ClientKeyExchange;

    fn read(reader: &mut ByteReader<'_>) -> Result<ClientKeyExchange, DecodeError> {
        let public_key = reader.prefixed_u8()?.to_vec();
        if public_key.is_empty() {
            return Err(DecodeError::InvalidLength(0));
        }
        Ok(ClientKeyExchange { public_key })
    }

    fn encode(&self, writer: &mut ByteWriter<'_>) {
        writer.prefixed(1, |w| w.bytes(&self.public_key));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_share_survives_the_wire() {
        let message = ClientKeyExchange { public_key: vec![4; 65] };
        let mut bytes = Vec::new();
        message.encode(&mut ByteWriter::new(&mut bytes));
        assert!((0..bytes.len()).all(|end| ClientKeyExchange::decode(&bytes[..end]).is_err()));
        assert_eq!(ClientKeyExchange::decode(&bytes), Ok(message));
        assert_eq!(ClientKeyExchange::decode(&[0]), Err(DecodeError::InvalidLength(0)));
    }
}
