//! Why there is no certificate.

use rustls::pki_types::pem;

/// Why a certificate and its key cannot be used, or made.
#[derive(Debug, thiserror::Error)]
pub enum CertificateError {
    /// The text holds no certificate.
    #[error("there is no certificate in it")]
    NoCertificate,
    /// The text of the certificates is no PEM, RFC 7468.
    #[error("the certificates cannot be read: {0}")]
    CertificatePem(pem::Error),
    /// The text of the key is no PEM with a private key, RFC 7468.
    #[error("the key cannot be read: {0}")]
    KeyPem(pem::Error),
    /// The certificate or key is of no use for TLS, or they do not belong together.
    #[error("the certificate and its key cannot be used: {0}")]
    Unusable(rustls::Error),
    /// A certificate could not be made.
    #[error("a certificate cannot be made: {0}")]
    Make(rcgen::Error),
}
