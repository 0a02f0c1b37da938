//! The certificate that is shown now.

use std::sync::{Arc, PoisonError, RwLock};

use rustls::server::{ClientHello, ResolvesServerCert};
use rustls::sign::CertifiedKey;

use super::Certificate;

/// The certificate for handshakes that begin now; another thread may change it.
#[derive(Debug)]
pub(super) struct CurrentCertificate(RwLock<Certificate>);

impl CurrentCertificate {
    pub(super) const fn new(certificate: Certificate) -> CurrentCertificate {
        CurrentCertificate(RwLock::new(certificate))
    }

    pub(super) fn certificate(&self) -> Certificate {
        self.0.read().unwrap_or_else(PoisonError::into_inner).clone()
    }

    pub(super) fn replace(&self, certificate: Certificate) {
        *self.0.write().unwrap_or_else(PoisonError::into_inner) = certificate;
    }
}

impl ResolvesServerCert for CurrentCertificate {
    fn resolve(&self, _: ClientHello<'_>) -> Option<Arc<CertifiedKey>> {
        Some(self.certificate().key)
    }
}
