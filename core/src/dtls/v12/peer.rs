//! The other side, as its certificate has it.

use super::{Context, StepError};
use crate::crypto::{HashAlgorithm, PeerCertificate};
use crate::dtls::handshake::CertificateMessage;
use crate::dtls::{Failure, Fingerprint};

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
        if !Fingerprint::any_matches(expected, der, provider) {
            return Err(Failure::FingerprintMismatch.into());
        }
        let certificate =
            PeerCertificate::parse(der).map_err(|_| Failure::UnsupportedCertificate)?;
        let fingerprint = Fingerprint::of(HashAlgorithm::Sha256, der, provider);
        Ok(Peer { certificate, fingerprint })
    }
}
