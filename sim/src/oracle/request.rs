//! A request of a host's own.

use roomrtc_core::base::Time;

use super::Way;

/// A STUN request that a host has sent, perhaps several times.
#[derive(Clone, Copy, Debug)]
pub(super) struct Request {
    pub(super) transaction: [u8; 12],
    pub(super) way: Way,
    /// How often it was sent.
    pub(super) sent: u32,
    /// When it was sent last.
    pub(super) last: Time,
    /// The hash of its user name if it nominates.
    pub(super) nominates: Option<u64>,
}
