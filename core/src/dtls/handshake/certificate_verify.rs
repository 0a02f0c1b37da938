//! The client's proof that it has the key of its certificate.

use super::{DecodeError, HandshakeType, MessageBody};
use crate::wire::{ByteReader, ByteWriter};

/// A CertificateVerify, RFC 5246 section 7.4.8.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CertificateVerify {
    /// The code point of the signature scheme.
    pub scheme: u16,
    /// The signature over all messages before this one: ASN.1 DER of ECDSA, or the number of RSA.
    pub signature: Vec<u8>,
}

impl MessageBody for CertificateVerify {
    const TYPE: HandshakeType = HandshakeType::CertificateVerify;

    fn read(reader: &mut ByteReader<'_>) -> Result<CertificateVerify, DecodeError> {
        let scheme = reader.u16()?;
        Ok(CertificateVerify { scheme, signature: reader.prefixed_u16()?.to_vec() })
    }

    fn encode(&self, writer: &mut ByteWriter<'_>) {
        writer.u16(self.scheme);
        writer.prefixed(2, |w| w.bytes(&self.signature));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_proof_survives_the_wire() {
        let message = CertificateVerify { scheme: 0x0403, signature: vec![3; 70] };
        let mut bytes = Vec::new();
        message.encode(&mut ByteWriter::new(&mut bytes));
        assert!((0..bytes.len()).all(|end| CertificateVerify::decode(&bytes[..end]).is_err()));
        assert_eq!(CertificateVerify::decode(&bytes), Ok(message));
    }
}
