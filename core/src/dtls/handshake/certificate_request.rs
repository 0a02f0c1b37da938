//! The server's wish for the client's certificate.

use super::{DecodeError, HandshakeType, MessageBody, number_list};
use crate::wire::{ByteReader, ByteWriter};

/// A CertificateRequest, RFC 5246 section 7.4.4.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CertificateRequest {
    /// The code points of the certificate types taken, at least one.
    pub certificate_types: Vec<u8>,
    /// The code points of the signature schemes taken, at least one.
    pub signature_schemes: Vec<u16>,
    /// The distinguished names of the issuers taken; none means any.
    pub authorities: Vec<Vec<u8>>,
}

impl CertificateRequest {
    /// `ecdsa_sign`, RFC 8422 section 5.5.
    pub const ECDSA_SIGN: u8 = 64;

    /// `rsa_sign`, RFC 5246 section 7.4.4.
    pub const RSA_SIGN: u8 = 1;
}

impl MessageBody for CertificateRequest {
    const TYPE: HandshakeType = HandshakeType::CertificateRequest;

    fn read(reader: &mut ByteReader<'_>) -> Result<CertificateRequest, DecodeError> {
        let certificate_types = reader.prefixed_u8()?.to_vec();
        if certificate_types.is_empty() {
            return Err(DecodeError::InvalidLength(0));
        }
        let signature_schemes = number_list::read(reader.prefixed_u16()?)?;
        let mut list = ByteReader::new(reader.prefixed_u16()?);
        let mut authorities = Vec::new();
        while !list.is_empty() {
            authorities.push(list.prefixed_u16()?.to_vec());
        }
        Ok(CertificateRequest { certificate_types, signature_schemes, authorities })
    }

    fn encode(&self, writer: &mut ByteWriter<'_>) {
        writer.prefixed(1, |w| w.bytes(&self.certificate_types));
        writer.prefixed(2, |w| number_list::write(&self.signature_schemes, w));
        writer.prefixed(2, |list| {
            for name in &self.authorities {
                list.prefixed(2, |w| w.bytes(name));
            }
        });
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_request_survives_the_wire() {
        for authorities in [vec![], vec![vec![4; 30], vec![5; 2]]] {
            let message = CertificateRequest {
                certificate_types: vec![
                    CertificateRequest::RSA_SIGN,
                    CertificateRequest::ECDSA_SIGN,
                ],
                signature_schemes: vec![0x0403, 0x0401],
                authorities,
            };
            let mut bytes = Vec::new();
            message.encode(&mut ByteWriter::new(&mut bytes));
            assert!((0..bytes.len()).all(|end| CertificateRequest::decode(&bytes[..end]).is_err()));
            assert_eq!(CertificateRequest::decode(&bytes), Ok(message));
        }
    }
}
