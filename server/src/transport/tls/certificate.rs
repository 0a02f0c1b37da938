//! What the server shows.

use std::fmt;
use std::sync::Arc;
use std::time::{Duration, SystemTime};

use rcgen::{CertificateParams, DistinguishedName, DnType, ExtendedKeyUsagePurpose, KeyPair};
use rustls::pki_types::pem::PemObject;
use rustls::pki_types::{CertificateDer, PrivateKeyDer};
use rustls::sign::CertifiedKey;

use super::provider::provider;
use super::{CertificateError, Fingerprint};

/// A certificate, those that vouch for it, and its private key. Cheap to clone.
#[derive(Clone)]
pub struct Certificate {
    pub(in crate::transport) key: Arc<CertifiedKey>,
    fingerprint: Fingerprint,
}

impl Certificate {
    /// How long a certificate of our own lasts. It is known by its fingerprint, not by a date.
    const LIFETIME: Duration = Duration::from_secs(20 * 365 * 24 * 3600);

    /// How far clocks may differ.
    const CLOCK_DIFFERENCE: Duration = Duration::from_secs(24 * 3600);

    /// A certificate out of PEM (RFC 7468): the server's own first, then those that vouch for it.
    ///
    /// # Errors
    /// [`CertificateError`] if there is none, or the key is another's.
    pub fn from_pem(certificates: &[u8], key: &[u8]) -> Result<Certificate, CertificateError> {
        let chain = CertificateDer::pem_slice_iter(certificates)
            .collect::<Result<Vec<_>, _>>()
            .map_err(CertificateError::CertificatePem)?;
        let own = chain.first().ok_or(CertificateError::NoCertificate)?;
        let fingerprint = Fingerprint::of(own);
        let key = PrivateKeyDer::from_pem_slice(key).map_err(CertificateError::KeyPem)?;
        let key =
            CertifiedKey::from_der(chain, key, &provider()).map_err(CertificateError::Unusable)?;
        Ok(Certificate { key: Arc::new(key), fingerprint })
    }

    /// Makes a certificate that vouches for itself and its key (ECDSA on P-256), both in PEM.
    ///
    /// # Errors
    /// [`CertificateError::Make`] if the system has no randomness.
    pub fn make(now: SystemTime) -> Result<(String, String), CertificateError> {
        Certificate::self_signed(now).map_err(CertificateError::Make)
    }

    fn self_signed(now: SystemTime) -> Result<(String, String), rcgen::Error> {
        let key = KeyPair::generate()?;
        let names = ["localhost", "127.0.0.1", "::1"].map(String::from);
        let mut parameters = CertificateParams::new(names)?;
        parameters.distinguished_name = DistinguishedName::new();
        parameters.distinguished_name.push(DnType::CommonName, "Room RTC server");
        parameters.extended_key_usages = vec![ExtendedKeyUsagePurpose::ServerAuth];
        parameters.not_before = (now - Certificate::CLOCK_DIFFERENCE).into();
        parameters.not_after = (now + Certificate::LIFETIME).into();
        Ok((parameters.self_signed(&key)?.pem(), key.serialize_pem()))
    }

    /// What it is known by.
    pub const fn fingerprint(&self) -> Fingerprint {
        self.fingerprint
    }
}

impl fmt::Debug for Certificate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Certificate").field(&self.fingerprint).finish()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_made_certificate_can_be_read_and_no_two_are_alike() {
        let made = [(); 2].map(|()| Certificate::make(SystemTime::now()).expect("made"));
        let [first, second] = &made;
        let read = |(certificate, key): &(String, String)| {
            Certificate::from_pem(certificate.as_bytes(), key.as_bytes()).expect("usable")
        };
        assert_ne!(read(first).fingerprint(), read(second).fingerprint());
        let mixed = Certificate::from_pem(first.0.as_bytes(), second.1.as_bytes());
        assert!(matches!(mixed, Err(CertificateError::Unusable(_))), "{mixed:?}");
    }

    #[test]
    fn what_is_no_certificate_is_refused() {
        let (certificate, key) = Certificate::make(SystemTime::now()).expect("made");
        let none = Certificate::from_pem(b"", key.as_bytes());
        assert!(matches!(none, Err(CertificateError::NoCertificate)), "{none:?}");
        let no_key = Certificate::from_pem(certificate.as_bytes(), certificate.as_bytes());
        assert!(matches!(no_key, Err(CertificateError::KeyPem(_))), "{no_key:?}");
        let broken = Certificate::from_pem(b"-----BEGIN CERTIFICATE-----\n!", key.as_bytes());
        assert!(matches!(broken, Err(CertificateError::CertificatePem(_))), "{broken:?}");
    }

    #[test]
    fn the_key_is_not_shown() {
        let (certificate, key) = Certificate::make(SystemTime::now()).expect("made");
        let read = Certificate::from_pem(certificate.as_bytes(), key.as_bytes()).expect("usable");
        assert_eq!(format!("{read:?}"), format!("Certificate({:?})", read.fingerprint()));
    }
}
