//! Congestion marks.

use roomrtc_core::base::RandomStream;
use serde::{Deserialize, Serialize};

use crate::ledger::Fate;
use crate::quantity::Share;

/// Some packets that allow it are marked with "congestion experienced" (RFC 3168, section 5).
/// Those that do not allow it pass as they are.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct EcnMark {
    /// The probability that a packet is marked.
    pub share: Share,
}

impl EcnMark {
    /// So many percent are marked.
    pub const fn percent(percent: u32) -> EcnMark {
        EcnMark { share: Share::percent(percent) }
    }

    /// The two bits of a packet that met congestion, whatever they were.
    pub const CONGESTION_EXPERIENCED: u8 = 0b11;

    /// Whether a packet with these two bits may be marked: ECT(0), ECT(1), or marked already.
    pub const fn allows(ecn: u8) -> bool {
        ecn & 0b11 != 0
    }

    pub(in crate::link) fn draw(&self, ecn: u8, random: &mut RandomStream) -> Option<Fate> {
        let is_marked = self.share.happens(random.next_u32());
        (is_marked && EcnMark::allows(ecn)).then_some(Fate::Marked)
    }
}

#[cfg(test)]
mod tests {
    use roomrtc_core::base::Seed;

    use super::*;

    #[test]
    fn only_capable_packets_are_marked() {
        let mut random = Seed::from_u64(5).stream("ecn");
        let model = EcnMark::percent(100);
        assert_eq!(model.draw(0b00, &mut random), None);
        for ecn in [0b01, 0b10, 0b11] {
            assert_eq!(model.draw(ecn, &mut random), Some(Fate::Marked));
        }
    }
}
