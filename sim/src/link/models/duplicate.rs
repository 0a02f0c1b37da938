//! Packets that come twice.

use roomrtc_core::base::RandomStream;
use serde::{Deserialize, Serialize};

use super::jitter::scale;
use crate::ledger::Fate;
use crate::quantity::{Share, Span};

/// Some packets come twice, the copy later by a random time.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Duplicate {
    /// The probability that a packet is duplicated.
    pub share: Share,
    /// The most by which the copy is later.
    #[serde(default)]
    pub late_up_to: Span,
}

impl Duplicate {
    /// So many percent come twice, the copies right behind.
    pub const fn percent(percent: u32) -> Duplicate {
        Duplicate { share: Share::percent(percent), late_up_to: Span::ZERO }
    }

    pub(in crate::link) fn draw(&self, random: &mut RandomStream) -> Option<Fate> {
        let comes_twice = self.share.happens(random.next_u32());
        comes_twice.then(|| Fate::Duplicated(scale(self.late_up_to, random.next_u32())))
    }
}
