//! A piece of a flight.

use roomrtc_core::base::Time;

/// A piece of a handshake message that was sent, and how often.
#[derive(Clone, Copy, Debug)]
pub(super) struct FlightPiece {
    pub(super) kind: u8,
    pub(super) message: u16,
    pub(super) offset: usize,
    pub(super) sent: u32,
    pub(super) last: Time,
}
