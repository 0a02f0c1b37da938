//! Whether a server is the one that is meant.

use std::sync::OnceLock;

use rustls::client::danger::{HandshakeSignatureValid, ServerCertVerified, ServerCertVerifier};
use rustls::crypto::{WebPkiSupportedAlgorithms, verify_tls13_signature};
use rustls::pki_types::{CertificateDer, ServerName, UnixTime};
use rustls::{CertificateError, DigitallySignedStruct, Error, PeerIncompatible, SignatureScheme};

use super::CertificateFingerprint;

/// Takes the certificate that is pinned, or any if none is, and notes which it was. That the server has
/// the certificate's key is always checked. Names, dates and authorities say nothing of a certificate
/// that a server has made for itself, so they are not looked at.
#[derive(Debug)]
pub(super) struct CertificateCheck {
    pin: Option<CertificateFingerprint>,
    algorithms: WebPkiSupportedAlgorithms,
    found: OnceLock<CertificateFingerprint>,
}

impl CertificateCheck {
    pub(super) const fn new(
        pin: Option<CertificateFingerprint>,
        algorithms: WebPkiSupportedAlgorithms,
    ) -> CertificateCheck {
        CertificateCheck { pin, algorithms, found: OnceLock::new() }
    }

    /// The certificate that the server has shown, if it has.
    pub(super) fn found(&self) -> Option<CertificateFingerprint> {
        self.found.get().copied()
    }

    /// Whether the server has shown another certificate than the one that is pinned.
    pub(super) fn has_failed(&self) -> bool {
        self.pin.is_some() && self.found().is_some_and(|found| self.pin != Some(found))
    }
}

impl ServerCertVerifier for CertificateCheck {
    fn verify_server_cert(
        &self,
        certificate: &CertificateDer<'_>,
        _intermediates: &[CertificateDer<'_>],
        _name: &ServerName<'_>,
        _stapled: &[u8],
        _now: UnixTime,
    ) -> Result<ServerCertVerified, Error> {
        let found = *self.found.get_or_init(|| CertificateFingerprint::of(certificate));
        match self.pin {
            Some(pin) if pin != found => {
                Err(CertificateError::ApplicationVerificationFailure.into())
            }
            _ => Ok(ServerCertVerified::assertion()),
        }
    }

    /// TLS 1.2 is not offered.
    fn verify_tls12_signature(
        &self,
        _message: &[u8],
        _certificate: &CertificateDer<'_>,
        _signature: &DigitallySignedStruct,
    ) -> Result<HandshakeSignatureValid, Error> {
        Err(PeerIncompatible::ServerDoesNotSupportTls12Or13.into())
    }

    fn verify_tls13_signature(
        &self,
        message: &[u8],
        certificate: &CertificateDer<'_>,
        signature: &DigitallySignedStruct,
    ) -> Result<HandshakeSignatureValid, Error> {
        verify_tls13_signature(message, certificate, signature, &self.algorithms)
    }

    fn supported_verify_schemes(&self) -> Vec<SignatureScheme> {
        self.algorithms.supported_schemes()
    }
}
