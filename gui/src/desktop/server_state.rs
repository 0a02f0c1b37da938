//! The connection to the server.

use roomrtc_core::base::Time;

use super::ServerLoss;

/// How the connection to the server stands.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum ServerState {
    /// There is none, and none is wanted now.
    #[default]
    Away,
    /// It is being made.
    Connecting,
    /// It stands.
    Connected,
    /// It is lost, and made again by itself.
    Waiting {
        /// When it is tried again.
        until: Time,
        /// Why it is lost.
        loss: ServerLoss,
    },
    /// It could not be made or is lost, and is not tried again by itself.
    Lost(ServerLoss),
    /// The server has another certificate than before: the user is asked.
    CertificateChanged,
}
