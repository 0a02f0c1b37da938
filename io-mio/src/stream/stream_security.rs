//! How a stream is protected.

use super::CertificateFingerprint;

/// How a stream is protected.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StreamSecurity {
    /// Not at all.
    Plain,
    /// By TLS 1.3, RFC 8446. Whose certificate the server's is, is not asked of any authority: it is
    /// the one that is pinned, or it is told.
    Tls {
        /// The only certificate that is taken; any if `None`, and then `StreamEvent::Certificate` says
        /// which it was.
        pin: Option<CertificateFingerprint>,
    },
}
