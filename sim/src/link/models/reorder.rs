//! Packets that are overtaken.

use roomrtc_core::base::RandomStream;
use serde::{Deserialize, Serialize};

use crate::ledger::Fate;
use crate::quantity::{Share, Span};

/// Some packets are held back: for a time, or until a number of others have overtaken them.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Reorder {
    /// The probability that a packet is held back.
    pub share: Share,
    /// For how long; at most, where packets are counted.
    #[serde(default = "default_time")]
    pub by: Span,
    /// How many others overtake it; 0 where only time counts.
    #[serde(default)]
    pub packets: u32,
}

fn default_time() -> Span {
    Span::millis(100)
}

impl Reorder {
    /// Each packet is held back for this time with this probability.
    pub const fn by_time(share: Share, by: Span) -> Reorder {
        Reorder { share, by, packets: 0 }
    }

    /// Each packet is held back until `packets` others have overtaken it with this probability,
    /// and for a tenth of a second at most.
    pub const fn by_packets(share: Share, packets: u32) -> Reorder {
        Reorder { share, by: Span::millis(100), packets }
    }

    pub(in crate::link) fn draw(&self, random: &mut RandomStream) -> Option<Fate> {
        let is_held = self.share.happens(random.next_u32());
        is_held.then_some(match self.packets {
            0 => Fate::Late(self.by),
            packets => Fate::HeldBack { packets, at_most: self.by },
        })
    }
}
