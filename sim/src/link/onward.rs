//! What comes out of a pipe.

use roomrtc_core::base::Time;

use super::{LossReason, Ticket};
use crate::ledger::Fate;
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
    /// A fault did something to a packet that goes on all the same.
    Altered {
        /// When; for who delays it, before the delay.
        at: Time,
        /// Which of the packets that the pipe was offered; the first is 1.
        ordinal: u64,
        /// The kind of the model that did it.
        kind: &'static str,
        /// What it did.
        fate: Fate,
        /// A copy of the packet, as it is now.
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
