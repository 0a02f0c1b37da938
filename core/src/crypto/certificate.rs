//! Our certificate.

use std::fmt;
use std::sync::Arc;

use rcgen::{CertificateParams, DnType, SerialNumber};

use super::{CryptoProvider, Digest, HashAlgorithm, SigningKey};
use crate::base::RandomStream;

/// A self-signed certificate and its key, as RFC 8827 section 6.5 has it: it names nobody, and is
/// known by its fingerprint only. Cheap to clone.
#[derive(Clone)]
pub struct Certificate {
    signing_key: SigningKey,
    der: Arc<[u8]>,
}

/// Seconds of a day.
const DAY: i64 = 86_400;

/// Days a certificate lasts.
const LIFETIME: u32 = 30;

/// 9999-01-01T00:00:00Z: no certificate begins later, for a date has four digits.
const LATEST: i64 = 253_370_764_800;

impl Certificate {
    /// A certificate for a fresh P-256 key. Key and serial number are drawn from `random`.
    ///
    /// `unix_seconds` is the wall clock now. The certificate is valid from a day before (clocks
    /// differ) until 30 days after; times before 1970 or after the year 9998 count as the nearest
    /// within.
    pub fn generate(unix_seconds: i64, random: &mut RandomStream) -> Certificate {
        Certificate::lasting(unix_seconds, LIFETIME, random)
    }

    /// As [`Certificate::generate`], but valid for so many days: one that is kept, by which its owner is
    /// known again.
    pub fn lasting(unix_seconds: i64, days: u32, random: &mut RandomStream) -> Certificate {
        let signing_key = SigningKey::generate(random);
        let mut serial: [u8; 16] = random.bytes();
        // Positive and of full length, RFC 5280 section 4.1.2.2.
        serial[0] = serial[0] & 0x7f | 0x40;
        let der = self_signed(unix_seconds.clamp(DAY, LATEST), days, &serial, &signing_key);
        Certificate { signing_key, der }
    }

    /// What shows the certificate `der` without having its key, and signs with one drawn from
    /// `random`: for a replay, whose [`super::SecretWitness`] puts the true signatures in.
    pub fn stand_in(der: &[u8], random: &mut RandomStream) -> Certificate {
        Certificate { signing_key: SigningKey::generate(random), der: der.into() }
    }

    /// The certificate in DER, RFC 5280 section 4.
    pub fn der(&self) -> &[u8] {
        &self.der
    }

    /// The key the certificate is for.
    pub fn signing_key(&self) -> &SigningKey {
        &self.signing_key
    }

    /// This key with the certificate of another: what an impostor shows.
    #[cfg(feature = "planted-bugs")]
    pub fn posing_as(&self, other: &Certificate) -> Certificate {
        Certificate { signing_key: self.signing_key.clone(), der: Arc::clone(&other.der) }
    }

    /// The fingerprint that a description carries, RFC 8122 section 5: the hash of the DER.
    pub fn fingerprint(&self, algorithm: HashAlgorithm, provider: &dyn CryptoProvider) -> Digest {
        provider.hash(algorithm, &[&self.der])
    }
}

fn self_signed(now: i64, days: u32, serial: &[u8], key: &SigningKey) -> Arc<[u8]> {
    let mut params = CertificateParams::default();
    params.serial_number = Some(SerialNumber::from_slice(serial));
    params.distinguished_name = rcgen::DistinguishedName::new();
    params.distinguished_name.push(DnType::CommonName, "WebRTC");
    let epoch = rcgen::date_time_ymd(1970, 1, 1);
    params.not_before = epoch + std::time::Duration::from_secs((now - DAY).unsigned_abs());
    let end = (now + i64::from(days) * DAY).min(LATEST + i64::from(LIFETIME) * DAY);
    params.not_after = epoch + std::time::Duration::from_secs(end.unsigned_abs());
    // Every field is set and within its bounds, and the key always signs.
    params.self_signed(key).expect("a certificate of valid fields").der().as_ref().into()
}

impl fmt::Debug for Certificate {
    /// Prints what is public.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Certificate")
            .field("signing_key", &self.signing_key)
            .finish_non_exhaustive()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::Seed;
    use crate::crypto::{PeerCertificate, SignatureScheme, default_provider};

    const NOW: i64 = 1_790_000_000;

    fn certificate(unix_seconds: i64) -> Certificate {
        Certificate::generate(unix_seconds, &mut Seed::from_u64(3).stream("certificate"))
    }

    #[test]
    fn the_same_seed_gives_the_same_certificate() {
        assert_eq!(certificate(NOW).der(), certificate(NOW).der());
        let other = Certificate::generate(NOW, &mut Seed::from_u64(4).stream("certificate"));
        assert_ne!(certificate(NOW).der(), other.der());
    }

    #[test]
    fn it_is_an_x509_certificate_that_its_own_key_signed() {
        let certificate = certificate(NOW);
        let (rest, read) = x509_parser::parse_x509_certificate(certificate.der()).expect("X.509");
        assert!(rest.is_empty());
        assert_eq!(read.validity().not_before.timestamp(), NOW - DAY);
        assert_eq!(read.validity().not_after.timestamp(), NOW + i64::from(LIFETIME) * DAY);
        assert_eq!(read.subject().to_string(), "CN=WebRTC");
        assert_eq!(read.issuer(), read.subject());
        let key = PeerCertificate::parse(certificate.der()).expect("a P-256 certificate");
        let verified = default_provider().verify(
            SignatureScheme::EcdsaSecp256r1Sha256,
            key.public_key(),
            read.tbs_certificate.as_ref(),
            &read.signature_value.data,
        );
        assert_eq!(verified, Ok(()));
    }

    #[test]
    fn a_stand_in_shows_what_it_is_given() {
        let (certificate, mut random) = (certificate(NOW), Seed::from_u64(4).stream("keys"));
        let stand_in = Certificate::stand_in(certificate.der(), &mut random);
        assert_eq!(stand_in.der(), certificate.der());
        let keys = [stand_in, certificate].map(|it| *it.signing_key().public_key());
        assert_ne!(keys[0], keys[1]);
    }

    #[test]
    fn any_wall_clock_gives_a_certificate() {
        for now in [i64::MIN, -1, 0, DAY, LATEST, i64::MAX] {
            assert!(PeerCertificate::parse(certificate(now).der()).is_ok(), "{now}");
            let random = &mut Seed::from_u64(3).stream("certificate");
            let lasting = Certificate::lasting(now, u32::MAX, random);
            assert!(PeerCertificate::parse(lasting.der()).is_ok(), "{now}");
        }
    }
}
