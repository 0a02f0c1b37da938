//! The server's share of the key agreement.

use super::{DecodeError, HandshakeType, MessageBody};
use crate::wire::{ByteReader, ByteWriter};

/// A ServerKeyExchange of ECDHE_ECDSA and ECDHE_RSA, RFC 8422 section 5.4.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ServerKeyExchange {
    /// The code point of the group.
    pub group: u16,
    /// The server's public key: 1 to 255 bytes.
    pub public_key: Vec<u8>,
    /// The code point of the signature scheme.
    pub scheme: u16,
    /// The signature over both randoms and the parameters: ASN.1 DER of ECDSA, or the number of RSA.
    pub signature: Vec<u8>,
}

/// `named_curve`, RFC 8422 section 5.4.
const NAMED_CURVE: u8 = 3;

impl ServerKeyExchange {
    /// What is signed, RFC 8422 section 5.4: both randoms, then the parameters.
    pub fn signed(
        client_random: &[u8; 32],
        server_random: &[u8; 32],
        group: u16,
        public_key: &[u8],
    ) -> Vec<u8> {
        let mut signed = [*client_random, *server_random].concat();
        write_parameters(group, public_key, &mut ByteWriter::new(&mut signed));
        signed
    }
}

fn write_parameters(group: u16, public_key: &[u8], writer: &mut ByteWriter<'_>) {
    writer.u8(NAMED_CURVE);
    writer.u16(group);
    writer.prefixed(1, |w| w.bytes(public_key));
}

impl MessageBody for ServerKeyExchange {
    const TYPE: HandshakeType = HandshakeType::ServerKeyExchange;

    fn read(reader: &mut ByteReader<'_>) -> Result<ServerKeyExchange, DecodeError> {
        let curve_type = reader.u8()?;
        if curve_type != NAMED_CURVE {
            return Err(DecodeError::CurveType(curve_type));
        }
        let group = reader.u16()?;
        let public_key = reader.prefixed_u8()?.to_vec();
        if public_key.is_empty() {
            return Err(DecodeError::InvalidLength(0));
        }
        let scheme = reader.u16()?;
        let signature = reader.prefixed_u16()?.to_vec();
        Ok(ServerKeyExchange { group, public_key, scheme, signature })
    }

    fn encode(&self, writer: &mut ByteWriter<'_>) {
        write_parameters(self.group, &self.public_key, writer);
        writer.u16(self.scheme);
        writer.prefixed(2, |w| w.bytes(&self.signature));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_share_survives_the_wire() {
        let message = ServerKeyExchange {
            group: 29,
            public_key: vec![7; 32],
            scheme: 0x0403,
            signature: vec![8; 71],
        };
        let mut bytes = Vec::new();
        message.encode(&mut ByteWriter::new(&mut bytes));
        assert_eq!(ServerKeyExchange::decode(&bytes), Ok(message));
        assert!((0..bytes.len()).all(|end| ServerKeyExchange::decode(&bytes[..end]).is_err()));
        bytes[0] = 1;
        assert_eq!(ServerKeyExchange::decode(&bytes), Err(DecodeError::CurveType(1)));
    }

    #[test]
    fn the_parameters_are_signed_behind_the_randoms() {
        let signed = ServerKeyExchange::signed(&[1; 32], &[2; 32], 29, &[7, 7]);
        assert_eq!(signed[..64], [[1; 32], [2; 32]].concat());
        assert_eq!(signed[64..], [3, 0, 29, 2, 7, 7]);
    }
}
