//! One burst of loss at a chosen place.

use roomrtc_core::base::Time;
use serde::{Deserialize, Serialize};

use crate::ledger::Fate;
use crate::quantity::Span;

/// Some packets in a row are lost, once: from a chosen packet on, from a chosen time on, or from
/// the first packet for which both hold.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Burst {
    /// The first packet that may be lost, of those the stage concerns; the first is 1.
    #[serde(default = "first")]
    pub packet: u64,
    /// The time from which packets may be lost, since the world began.
    #[serde(default)]
    pub at: Span,
    /// How many are lost.
    pub packets: u64,
}

fn first() -> u64 {
    1
}

impl Burst {
    /// So many packets from this one on, the first of which is 1.
    pub const fn at_packet(packet: u64, packets: u64) -> Burst {
        Burst { packet, at: Span::ZERO, packets }
    }

    /// So many packets from this time on.
    pub const fn at_time(at: Span, packets: u64) -> Burst {
        Burst { packet: 1, at, packets }
    }

    /// `number` counts the packets that the stage concerned, `lost` those that were lost.
    pub(in crate::link) fn draw(&self, at: Time, number: u64, lost: &mut u64) -> Option<Fate> {
        let is_due = number >= self.packet && at.as_nanos() >= self.at.as_nanos();
        if !is_due || *lost >= self.packets {
            return None;
        }
        *lost += 1;
        Some(Fate::Dropped)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The numbers of the packets that are lost of one packet a millisecond.
    fn lost(burst: &Burst) -> Vec<u64> {
        let mut lost = 0;
        let drawn = |number: &u64| burst.draw(Time::from_millis(*number), *number, &mut lost);
        let mut drawn = drawn;
        (1..100).filter(|number| drawn(number).is_some()).collect()
    }

    #[test]
    fn it_is_of_the_packets_that_were_chosen() {
        assert_eq!(lost(&Burst::at_packet(7, 3)), [7, 8, 9]);
        assert_eq!(lost(&Burst::at_time(Span::micros(49_500), 2)), [50, 51]);
        assert_eq!(lost(&Burst { packet: 60, at: Span::millis(50), packets: 1 }), [60]);
        assert_eq!(lost(&Burst::at_packet(1, 0)), [0_u64; 0]);
    }
}
