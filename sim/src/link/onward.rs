//! What comes out of a pipe.

use roomrtc_core::base::Time;

use super::{LossReason, Ticket};
use crate::network::Packet;

/// What a pipe has to say after it was given a packet or was resumed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Onward {
    /// A packet leaves the pipe at the other end.
    Arrives {
        /// When; not before the pipe was called.
        at: Time,
        /// Which of the packets that the pipe was offered; the first is 1.
        ordinal: u64,
        /// The packet.
        packet: Packet,
    },
    /// The pipe wants to be resumed.
    Resumes {
        /// When.
        at: Time,
        /// With what.
        ticket: Ticket,
    },
    /// A packet is gone.
    Lost {
        /// When.
        at: Time,
        /// Which of the packets that the pipe was offered; the first is 1.
        ordinal: u64,
        /// Why.
        reason: LossReason,
        /// The packet.
        packet: Packet,
    },
}
