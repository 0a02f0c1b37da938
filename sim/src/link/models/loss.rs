//! Independent loss.

use roomrtc_core::base::RandomStream;
use serde::{Deserialize, Serialize};

use crate::ledger::Fate;
use crate::quantity::Share;

/// Each packet is lost with the same probability, whatever happened to the others.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Loss {
    /// The probability.
    pub share: Share,
}

impl Loss {
    /// So many percent are lost.
    pub const fn percent(percent: u32) -> Loss {
        Loss { share: Share::percent(percent) }
    }

    pub(in crate::link) fn draw(&self, random: &mut RandomStream) -> Option<Fate> {
        self.share.happens(random.next_u32()).then_some(Fate::Dropped)
    }
}

#[cfg(test)]
mod tests {
    use roomrtc_core::base::Seed;

    use super::*;

    #[test]
    fn the_share_that_is_asked_for_is_lost() {
        let mut random = Seed::from_u64(1).stream("loss");
        let lost = |percent: u32, random: &mut RandomStream| {
            (0..100_000).filter(|_| Loss::percent(percent).draw(random).is_some()).count()
        };
        assert!((4_750..5_250).contains(&lost(5, &mut random)));
        assert_eq!(lost(0, &mut random), 0);
        assert_eq!(lost(100, &mut random), 100_000);
    }
}
