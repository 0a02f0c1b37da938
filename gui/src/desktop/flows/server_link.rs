//! The server's end of a connection.

use roomrtc_core::signaling::FrameDecoder;

/// The server's end of a connection.
#[derive(Debug, Default)]
pub(super) struct ServerLink {
    pub(super) decoder: FrameDecoder,
    /// What was received while the hub took nothing.
    pub(super) unread: Vec<u8>,
}
