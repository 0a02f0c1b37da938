//! What became of a packet at a place.

use roomrtc_core::base::Time;

use super::Cause;

/// What became of a packet at a place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PacketFate {
    /// A host, a server or an attacker sent it.
    Sent,
    /// It arrived where it was going.
    Delivered,
    /// It is gone.
    Dropped(Cause),
    /// It goes on later.
    Delayed {
        /// What held it.
        cause: Cause,
        /// When it goes on.
        until: Time,
    },
    /// A copy of it, with the same number, goes on too.
    Duplicated {
        /// What copied it.
        cause: Cause,
        /// When the copy goes on.
        until: Time,
    },
    /// Its bytes were changed: the event has the hash of the new ones.
    Corrupted(Cause),
    /// It was marked: congestion experienced, RFC 3168.
    Marked(Cause),
    /// A NAT gave it another source or destination, which the event has.
    Translated,
}

impl PacketFate {
    /// Its number in the canonical form.
    pub(super) fn number(self) -> u8 {
        match self {
            PacketFate::Sent => 0,
            PacketFate::Delivered => 1,
            PacketFate::Dropped(_) => 2,
            PacketFate::Delayed { .. } => 3,
            PacketFate::Duplicated { .. } => 4,
            PacketFate::Corrupted(_) => 5,
            PacketFate::Marked(_) => 6,
            PacketFate::Translated => 7,
        }
    }

    /// Its name in the text of a trace.
    pub fn name(self) -> &'static str {
        match self {
            PacketFate::Sent => "sent",
            PacketFate::Delivered => "delivered",
            PacketFate::Dropped(_) => "dropped",
            PacketFate::Delayed { .. } => "delayed",
            PacketFate::Duplicated { .. } => "duplicated",
            PacketFate::Corrupted(_) => "corrupted",
            PacketFate::Marked(_) => "marked",
            PacketFate::Translated => "translated",
        }
    }

    /// What did it, if anything did.
    pub fn cause(self) -> Option<Cause> {
        match self {
            PacketFate::Sent | PacketFate::Delivered | PacketFate::Translated => None,
            PacketFate::Dropped(cause)
            | PacketFate::Delayed { cause, .. }
            | PacketFate::Duplicated { cause, .. }
            | PacketFate::Corrupted(cause)
            | PacketFate::Marked(cause) => Some(cause),
        }
    }

    /// When the packet or its copy goes on, if that is later.
    pub fn until(self) -> Option<Time> {
        match self {
            PacketFate::Delayed { until, .. } | PacketFate::Duplicated { until, .. } => Some(until),
            _ => None,
        }
    }

    /// Whether the bytes of the packet are new with this event.
    pub fn has_new_bytes(self) -> bool {
        matches!(self, PacketFate::Sent | PacketFate::Corrupted(_))
    }
}
