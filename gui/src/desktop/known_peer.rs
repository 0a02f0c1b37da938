//! Somebody whose certificate is known.

use roomrtc_io_mio::CertificateFingerprint;

/// The certificate that somebody had in the last call.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KnownPeer {
    /// The server that knows the user, `host:port`.
    pub server: String,
    /// The user's name there.
    pub user: String,
    /// The certificate's fingerprint.
    pub certificate: CertificateFingerprint,
    /// Whether both have compared the safety number of this certificate.
    pub is_confirmed: bool,
}
