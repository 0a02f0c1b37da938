//! A server that has another certificate than before.

use roomrtc_io_mio::CertificateFingerprint;

/// A server has another certificate than the one that was kept. Nothing was sent to it, and nothing is
/// before the user says that the new one is right.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CertificateChange {
    /// The server, `host:port`.
    pub server: String,
    /// The certificate that was kept.
    pub kept: Option<CertificateFingerprint>,
    /// The certificate that it has shown now.
    pub found: CertificateFingerprint,
}
