//! Why a stream has ended.

use std::io;

use super::{CertificateFingerprint, TlsFault};

/// Why a stream has ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum StreamClosure {
    /// The other side has closed it.
    #[error("the other side has closed the connection")]
    Remote,
    /// It could not be connected, or broke.
    #[error("{0}")]
    Failed(io::ErrorKind),
    /// The server's certificate is not the one that is pinned, but this. Nothing was sent.
    #[error("the other side has another certificate: {0}")]
    WrongCertificate(CertificateFingerprint),
    /// TLS cannot go on.
    #[error(transparent)]
    Tls(#[from] TlsFault),
    /// The other side does not read, and more waits for it than is kept.
    #[error("the other side does not read what it is sent")]
    Stalled,
    /// There are too many streams.
    #[error("too many connections")]
    TooMany,
}
