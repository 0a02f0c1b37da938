//! Datagrams that wait for room in the socket's buffer.

use roomrtc_core::session::Transmit;

/// A transmit, or the rest of one, that the socket had no room for.
#[derive(Debug)]
pub(super) struct PendingTransmit {
    /// Where it goes.
    pub(super) transmit: Transmit,
    /// What is left of its bytes: whole datagrams.
    pub(super) bytes: Vec<u8>,
}
