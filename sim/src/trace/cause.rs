//! Why the network did something to a packet.

use std::fmt;

/// What did something to a packet, and to which of its packets.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Cause {
    /// The name of the model or the rule: `loss`, `queue`, `no-binding`.
    pub name: &'static str,
    /// The ordinal of the packet at this place, as in the ledger; none where packets are not
    /// counted.
    pub ordinal: Option<u64>,
}

impl Cause {
    /// A cause at a place that counts packets.
    pub const fn at(name: &'static str, ordinal: u64) -> Cause {
        Cause { name, ordinal: Some(ordinal) }
    }

    /// A cause at a place that does not count packets.
    pub const fn named(name: &'static str) -> Cause {
        Cause { name, ordinal: None }
    }
}

impl fmt::Display for Cause {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "cause={}", self.name)?;
        match self.ordinal {
            Some(ordinal) => write!(f, " ordinal={ordinal}"),
            None => Ok(()),
        }
    }
}
