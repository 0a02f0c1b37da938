//! The server that is used.

use roomrtc_io_mio::CertificateFingerprint;

use super::ServerState;

/// The server that is used, and the connection to it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Server {
    /// Its address as the user wrote it, `host:port`; empty before there is one.
    pub name: String,
    /// Whether it is the one of "try it here", within this program.
    pub is_local: bool,
    /// The connection to it.
    pub state: ServerState,
    /// The certificate that it has shown and that was taken.
    pub certificate: Option<CertificateFingerprint>,
}
