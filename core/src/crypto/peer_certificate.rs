//! The other side's certificate.

use super::der_reader::DerReader;
use super::{CryptoError, PublicKey, RsaPublicKey};

/// What a handshake needs of the other side's certificate: its key.
///
/// Names, dates and the signature of the certificate itself are not looked at. In WebRTC a
/// certificate is trusted because its fingerprint is in the description, and for nothing else
/// (RFC 8827 section 6.5).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PeerCertificate {
    public_key: PublicKey,
}

/// `id-ecPublicKey`, RFC 5480 section 2.1.1.
const EC_PUBLIC_KEY: [u8; 7] = [0x2a, 0x86, 0x48, 0xce, 0x3d, 0x02, 0x01];

/// `secp256r1`, RFC 5480 section 2.1.1.1.
const SECP256R1: [u8; 8] = [0x2a, 0x86, 0x48, 0xce, 0x3d, 0x03, 0x01, 0x07];

/// `rsaEncryption`, RFC 3279 section 2.3.1. A key that is for RSASSA-PSS alone has another, and other
/// signature schemes.
const RSA_ENCRYPTION: [u8; 9] = [0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 0x01, 0x01, 0x01];

/// The explicit tag of the version.
const VERSION: u8 = 0xa0;

impl PeerCertificate {
    /// Reads a certificate in DER, RFC 5280 section 4.1.
    ///
    /// # Errors
    /// [`CryptoError::InvalidCertificate`] if it cannot be read, or its key is neither an
    /// uncompressed point of P-256 nor one of RSA; [`CryptoError::InvalidKey`] for a key of RSA
    /// whose modulus or exponent is not taken (see [`RsaPublicKey`]).
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

    /// The public key.
    pub fn public_key(&self) -> &PublicKey {
        &self.public_key
    }
}

/// The key in a SubjectPublicKeyInfo, RFC 5280 section 4.1.2.7.
fn public_key(mut info: DerReader<'_>) -> Result<PublicKey, CryptoError> {
    let mut algorithm = DerReader::new(info.expect(DerReader::SEQUENCE)?);
    let kind = algorithm.expect(DerReader::OBJECT_IDENTIFIER)?;
    // No unused bits.
    let Some((0, key)) = info.expect(DerReader::BIT_STRING)?.split_first() else {
        return Err(CryptoError::InvalidCertificate);
    };
    if kind == RSA_ENCRYPTION {
        // The parameters, which say nothing, are NULL or absent: both are seen.
        return Ok(PublicKey::Rsa(RsaPublicKey::parse(key)?));
    }
    if kind == EC_PUBLIC_KEY && algorithm.expect(DerReader::OBJECT_IDENTIFIER)? == SECP256R1 {
        return point(key);
    }
    Err(CryptoError::InvalidCertificate)
}

/// An uncompressed point, RFC 5480 section 2.2.
fn point(key: &[u8]) -> Result<PublicKey, CryptoError> {
    match <[u8; 65]>::try_from(key) {
        Ok(point) if point[0] == 4 => Ok(PublicKey::Secp256r1(point)),
        _ => Err(CryptoError::InvalidCertificate),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::Seed;
    use crate::crypto::{Certificate, RsaTestKey};

    fn of_p256() -> (Vec<u8>, PublicKey) {
        let certificate = Certificate::generate(0, &mut Seed::from_u64(9).stream("certificate"));
        let public_key = PublicKey::Secp256r1(*certificate.signing_key().public_key());
        (certificate.der().to_vec(), public_key)
    }

    fn of_rsa() -> (Vec<u8>, PublicKey) {
        let key = RsaTestKey::published();
        (key.certificate(), key.public_key())
    }

    #[test]
    fn the_key_of_a_certificate_is_found() {
        for (der, key) in [of_p256(), of_rsa()] {
            assert_eq!(PeerCertificate::parse(&der).expect("a certificate").public_key(), &key);
        }
    }

    #[test]
    fn every_truncation_is_refused() {
        for (der, _) in [of_p256(), of_rsa()] {
            for length in 0..der.len() {
                assert!(PeerCertificate::parse(&der[..length]).is_err(), "{length}");
            }
        }
    }

    fn bytes(key: &PublicKey) -> Vec<u8> {
        match key {
            PublicKey::Secp256r1(point) => point.to_vec(),
            PublicKey::Rsa(key) => {
                let zeroes = vec![0; 512 - key.modulus().len()];
                [&zeroes, key.modulus(), &key.exponent().to_be_bytes()].concat()
            }
        }
    }

    #[test]
    fn no_changed_byte_panics_or_changes_the_key_unseen() {
        for (der, key) in [of_p256(), of_rsa()] {
            for index in 0..der.len() {
                for change in 1..=255 {
                    let mut changed = der.clone();
                    changed[index] ^= change;
                    let Ok(read) = PeerCertificate::parse(&changed) else { continue };
                    let (read, key) = (bytes(read.public_key()), bytes(&key));
                    assert_eq!(read.len(), key.len());
                    assert!(read.iter().zip(&key).filter(|(a, b)| a != b).count() <= 1);
                }
            }
        }
    }

    #[test]
    fn keys_of_other_sizes_are_told_from_what_cannot_be_read() {
        let certificate = |bytes: usize| RsaTestKey::of(&vec![0xc1; bytes], &[3]).certificate();
        for bytes in [256, 384, 512] {
            assert!(PeerCertificate::parse(&certificate(bytes)).is_ok(), "{bytes}");
        }
        for bytes in [64, 128, 255, 513, 1_024] {
            let read = PeerCertificate::parse(&certificate(bytes));
            assert_eq!(read, Err(CryptoError::InvalidKey), "{bytes}");
        }
    }

    /// Of `id-RSASSA-PSS`, RFC 4055 section 3.1: 1.2.840.113549.1.1.10.
    #[test]
    fn keys_of_other_kinds_are_refused() {
        let mut der = of_rsa().0;
        let places = |der: &[u8]| {
            let all = der.windows(9).enumerate().filter(|(_, it)| *it == RSA_ENCRYPTION);
            all.map(|(place, _)| place).collect::<Vec<_>>()
        };
        assert_eq!(places(&der).len(), 1);
        let last = places(&der)[0] + 8;
        der[last] = 10;
        assert_eq!(PeerCertificate::parse(&der), Err(CryptoError::InvalidCertificate));
        let mut der = of_p256().0;
        let place = der.windows(8).position(|it| it == SECP256R1).expect("the curve");
        der[place + 7] = 6;
        assert_eq!(PeerCertificate::parse(&der), Err(CryptoError::InvalidCertificate));
    }
}
