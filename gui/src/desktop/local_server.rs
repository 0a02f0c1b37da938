//! The server of "try it here".

use roomrtc_core::signaling::Credentials;
use roomrtc_io_mio::CertificateFingerprint;

/// The server of "try it here", which runs within this program, and who one is there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LocalServer {
    /// Its address, `host:port`, on this machine.
    pub server: String,
    /// Its certificate.
    pub certificate: CertificateFingerprint,
    /// The account that was made there for the user. The password never prints itself.
    pub credentials: Credentials,
    /// The name of the contact that answers every call and sends one's picture back.
    pub echo: String,
}
