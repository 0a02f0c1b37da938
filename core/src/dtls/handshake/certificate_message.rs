//! The sender's certificates.

use super::{DecodeError, HandshakeType, MessageBody};
use crate::wire::{ByteReader, ByteWriter};

/// A Certificate message, RFC 5246 section 7.4.2.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CertificateMessage {
    /// The certificates in DER, the sender's own first. A client that has none sends none.
    pub certificates: Vec<Vec<u8>>,
}

impl MessageBody for CertificateMessage {
    const TYPE: HandshakeType = HandshakeType::Certificate;

    fn read(reader: &mut ByteReader<'_>) -> Result<CertificateMessage, DecodeError> {
        let mut list = ByteReader::new(reader.prefixed_u24()?);
        let mut certificates = Vec::new();
        while !list.is_empty() {
            let certificate = list.prefixed_u24()?;
            if certificate.is_empty() {
                return Err(DecodeError::InvalidLength(0));
            }
            certificates.push(certificate.to_vec());
        }
        Ok(CertificateMessage { certificates })
    }

    fn encode(&self, writer: &mut ByteWriter<'_>) {
        writer.prefixed(3, |list| {
            for certificate in &self.certificates {
                list.prefixed(3, |w| w.bytes(certificate));
            }
        });
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn certificates_survive_the_wire() {
        for certificates in [vec![], vec![vec![1; 300]], vec![vec![1; 3], vec![2; 4]]] {
            let message = CertificateMessage { certificates };
            let mut bytes = Vec::new();
            message.encode(&mut ByteWriter::new(&mut bytes));
            assert!((0..bytes.len()).all(|end| CertificateMessage::decode(&bytes[..end]).is_err()));
            assert_eq!(CertificateMessage::decode(&bytes), Ok(message));
        }
        assert!(CertificateMessage::decode(&[0, 0, 3, 0, 0, 0]).is_err());
    }
}
