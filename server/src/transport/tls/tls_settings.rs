//! What all TLS sessions share.

use std::sync::Arc;

use rustls::server::NoServerSessionStorage;
use rustls::{ServerConfig, ServerConnection};

use super::current_certificate::CurrentCertificate;
use super::provider::provider;
use super::{Certificate, Fingerprint, TlsError, TlsSession};

/// Versions, algorithms and the certificate. Cheap to clone; clones share the certificate.
#[derive(Clone, Debug)]
pub struct TlsSettings {
    config: Arc<ServerConfig>,
    certificate: Arc<CurrentCertificate>,
}

impl TlsSettings {
    /// Settings with this certificate.
    ///
    /// # Errors
    /// [`TlsError`] if the system has no randomness.
    pub fn new(certificate: Certificate) -> Result<TlsSettings, TlsError> {
        let certificate = Arc::new(CurrentCertificate::new(certificate));
        let mut config = ServerConfig::builder_with_provider(provider())
            .with_safe_default_protocol_versions()?
            .with_no_client_auth()
            .with_cert_resolver(certificate.clone());
        // A browser offers HTTP/2 as well, which is not spoken here.
        config.alpn_protocols = vec![b"http/1.1".to_vec()];
        config.session_storage = Arc::new(NoServerSessionStorage {});
        config.ticketer = rustls::crypto::ring::Ticketer::new()?;
        config.send_tls13_tickets = 1;
        Ok(TlsSettings { config: Arc::new(config), certificate })
    }

    /// What the certificate is known by.
    pub fn fingerprint(&self) -> Fingerprint {
        self.certificate.certificate().fingerprint()
    }

    /// Shows this certificate in handshakes that begin from here on.
    pub fn replace_certificate(&self, certificate: Certificate) {
        self.certificate.replace(certificate);
    }

    /// The server's end of a new session.
    ///
    /// # Errors
    /// [`TlsError`] if the system has no randomness.
    pub fn open(&self) -> Result<TlsSession, TlsError> {
        Ok(TlsSession::new(ServerConnection::new(self.config.clone())?))
    }
}
