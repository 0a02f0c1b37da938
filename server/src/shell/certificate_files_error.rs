//! Why the server has no certificate to show.

use std::io;
use std::path::PathBuf;

use crate::transport::tls::CertificateError;

/// Why the certificate and its key cannot be read or kept.
#[derive(Debug, thiserror::Error)]
pub enum CertificateFilesError {
    /// A file cannot be read.
    #[error("cannot read {}: {source}", path.display())]
    Read {
        /// The file.
        path: PathBuf,
        /// What the system says.
        source: io::Error,
    },
    /// A file cannot be written.
    #[error("cannot write {}: {source}", path.display())]
    Write {
        /// The file.
        path: PathBuf,
        /// What the system says.
        source: io::Error,
    },
    /// What the files hold cannot be used.
    #[error("cannot use the certificate in {}: {source}", path.display())]
    Unusable {
        /// The file of the certificate.
        path: PathBuf,
        /// What is wrong.
        source: CertificateError,
    },
    /// There is none, and none can be made.
    #[error(transparent)]
    Make(#[from] CertificateError),
}
