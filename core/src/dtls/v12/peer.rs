//! The other side, as its certificate has it.

use super::{Context, StepError};
use crate::crypto::{HashAlgorithm, PeerCertificate};
use crate::dtls::handshake::CertificateMessage;
use crate::dtls::{Failure, Fingerprint};
use crate::planted_bugs::{PlantedBug, is_planted};

/// A peer whose certificate is one that was expected.
#[derive(Clone, Debug)]
pub(in crate::dtls) struct Peer {
    pub(in crate::dtls) certificate: PeerCertificate,
    /// The SHA-256 fingerprint.
    pub(in crate::dtls) fingerprint: Fingerprint,
}

impl Peer {
    /// The peer that has sent `message`. The fingerprint is checked before anything else of the
    /// certificate is looked at, RFC 8122 section 6.2. Only the first certificate counts: a chain
    /// adds nothing to a fingerprint.
    ///
    /// # Errors
    /// The failure that the handshake ends with.
    pub(in crate::dtls) fn accept(
        message: &CertificateMessage,
        context: &Context,
    ) -> Result<Peer, StepError> {
        let provider = context.config.provider;
        let der = message.certificates.first().ok_or(Failure::CertificateMissing)?;
        let expected = context.fingerprints.as_deref().unwrap_or_default();
        let is_expected = Fingerprint::any_matches(expected, der, provider);
        if !is_expected && !is_planted(PlantedBug::AcceptAnyFingerprint) {
            return Err(Failure::FingerprintMismatch.into());
        }
        let certificate =
            PeerCertificate::parse(der).map_err(|_| Failure::UnsupportedCertificate)?;
        let fingerprint = Fingerprint::of(HashAlgorithm::Sha256, der, provider);
        Ok(Peer { certificate, fingerprint })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::Seed;
    use crate::crypto::{Certificate, default_provider};
    use crate::dtls::{Config, Role};

    fn context(expected: &[u8]) -> Context {
        let seed = Seed::from_u64(1);
        let certificate = Certificate::generate(0, &mut seed.stream("certificate"));
        let config = Config::new(Role::Client, default_provider(), certificate);
        let mut context = Context::new(config, &seed.into());
        let fingerprint = Fingerprint::of(HashAlgorithm::Sha512, expected, default_provider());
        context.fingerprints = Some(vec![fingerprint]);
        context
    }

    fn failure(certificates: &[&[u8]]) -> Option<StepError> {
        let certificates = certificates.iter().map(|der| der.to_vec()).collect();
        Peer::accept(&CertificateMessage { certificates }, &context(b"not DER")).err()
    }

    #[test]
    fn the_fingerprint_comes_before_the_key() {
        assert_eq!(failure(&[]), Some(Failure::CertificateMissing.into()));
        assert_eq!(failure(&[b"x", b"not DER"]), Some(Failure::FingerprintMismatch.into()));
        assert_eq!(failure(&[b"not DER"]), Some(Failure::UnsupportedCertificate.into()));
    }
}
