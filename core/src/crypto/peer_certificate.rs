//! The other side's certificate.

use super::CryptoError;
use super::der_reader::DerReader;

/// What a handshake needs of the other side's certificate: its key.
///
/// Names, dates and the signature of the certificate itself are not looked at. In WebRTC a
/// certificate is trusted because its fingerprint is in the description, and for nothing else
/// (RFC 8827 section 6.5).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PeerCertificate {
    public_key: [u8; 65],
}

/// `id-ecPublicKey`, RFC 5480 section 2.1.1.
const EC_PUBLIC_KEY: [u8; 7] = [0x2a, 0x86, 0x48, 0xce, 0x3d, 0x02, 0x01];

/// `secp256r1`, RFC 5480 section 2.1.1.1.
const SECP256R1: [u8; 8] = [0x2a, 0x86, 0x48, 0xce, 0x3d, 0x03, 0x01, 0x07];

/// The explicit tag of the version.
const VERSION: u8 = 0xa0;

impl PeerCertificate {
    /// Reads a certificate in DER, RFC 5280 section 4.1.
    ///
    /// # Errors
    /// [`CryptoError::InvalidCertificate`] if it cannot be read, or its key is not an uncompressed
    /// point of P-256. Whether the point is on the curve shows when a signature is verified.
    pub fn parse(der: &[u8]) -> Result<PeerCertificate, CryptoError> {
        let mut outermost = DerReader::new(der);
        let mut certificate = DerReader::new(outermost.expect(DerReader::SEQUENCE)?);
        if !outermost.is_empty() {
            return Err(CryptoError::InvalidCertificate);
        }
        let mut fields = DerReader::new(certificate.expect(DerReader::SEQUENCE)?);
        if fields.is_next(VERSION) {
            fields.expect(VERSION)?;
        }
        fields.expect(DerReader::INTEGER)?;
        // The signature's algorithm, the issuer, the validity, the subject.
        for _ in 0..4 {
            fields.expect(DerReader::SEQUENCE)?;
        }
        public_key(DerReader::new(fields.expect(DerReader::SEQUENCE)?))
            .map(|public_key| PeerCertificate { public_key })
    }

    /// The public key as an uncompressed point, SEC 1 section 2.3.3.
    pub fn public_key(&self) -> &[u8; 65] {
        &self.public_key
    }
}

/// The point in a SubjectPublicKeyInfo, RFC 5480 section 2.
fn public_key(mut info: DerReader<'_>) -> Result<[u8; 65], CryptoError> {
    let mut algorithm = DerReader::new(info.expect(DerReader::SEQUENCE)?);
    let key_type = algorithm.expect(DerReader::OBJECT_IDENTIFIER)?;
    let curve = algorithm.expect(DerReader::OBJECT_IDENTIFIER)?;
    if key_type != EC_PUBLIC_KEY || curve != SECP256R1 {
        return Err(CryptoError::InvalidCertificate);
    }
    match info.expect(DerReader::BIT_STRING)?.split_first() {
        // No unused bits, and the mark of an uncompressed point.
        Some((0, point)) if point.first() == Some(&4) => {
            point.try_into().map_err(|_| CryptoError::InvalidCertificate)
        }
        _ => Err(CryptoError::InvalidCertificate),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::Seed;
    use crate::crypto::Certificate;

    fn der() -> (Vec<u8>, [u8; 65]) {
        let certificate = Certificate::generate(0, &mut Seed::from_u64(9).stream("certificate"));
        (certificate.der().to_vec(), *certificate.signing_key().public_key())
    }

    #[test]
    fn the_key_of_a_certificate_is_found() {
        let (der, key) = der();
        assert_eq!(PeerCertificate::parse(&der).expect("a certificate").public_key(), &key);
    }

    #[test]
    fn every_truncation_is_refused() {
        let (der, _) = der();
        for length in 0..der.len() {
            assert!(PeerCertificate::parse(&der[..length]).is_err(), "{length}");
        }
    }

    #[test]
    fn no_changed_byte_panics_or_changes_the_key_unseen() {
        let (der, key) = der();
        for index in 0..der.len() {
            for change in 1..=255 {
                let mut changed = der.clone();
                changed[index] ^= change;
                if let Ok(read) = PeerCertificate::parse(&changed) {
                    let differing = read.public_key.iter().zip(&key).filter(|(a, b)| a != b);
                    assert!(differing.count() <= 1);
                }
            }
        }
    }
}
