//! Which certificate the server shows.

use std::path::PathBuf;

/// Where the server's certificate and key come from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum CertificateSource {
    /// One that the server makes itself at its first start and keeps beside the accounts, in
    /// `tls/certificate.pem` and `tls/key.pem`.
    Made,
    /// The operator's.
    Files {
        /// The server's certificate and those that vouch for it, in PEM.
        certificate: PathBuf,
        /// Its private key, in PEM.
        key: PathBuf,
    },
}
