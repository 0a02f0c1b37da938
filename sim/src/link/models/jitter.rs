//! Varying delay.

use roomrtc_core::base::RandomStream;
use serde::{Deserialize, Serialize};

use crate::ledger::Fate;
use crate::quantity::{Share, Span};

/// Packets are later by a random time, each as likely as the others up to the largest.
///
/// Where order is kept, a packet waits for those before it, as in a queue or behind a radio link's
/// retransmissions; where it is not, it overtakes them, as over several paths.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Jitter {
    /// The most by which a packet is later.
    pub up_to: Span,
    /// The probability that a packet is later at all.
    #[serde(default = "all")]
    pub share: Share,
    /// Whether packets leave in the order in which they came.
    #[serde(default = "yes")]
    pub keep_order: bool,
}

fn all() -> Share {
    Share::ALL
}

fn yes() -> bool {
    true
}

impl Jitter {
    /// Every packet is later by up to this, in order.
    pub const fn in_order(up_to: Span) -> Jitter {
        Jitter { up_to, share: Share::ALL, keep_order: true }
    }

    /// Every packet is later by up to this, and may overtake others.
    pub const fn out_of_order(up_to: Span) -> Jitter {
        Jitter { up_to, share: Share::ALL, keep_order: false }
    }

    pub(in crate::link) fn draw(&self, random: &mut RandomStream) -> Option<Fate> {
        if self.share != Share::ALL && !self.share.happens(random.next_u32()) {
            return None;
        }
        let late = scale(self.up_to, random.next_u32());
        (late > Span::ZERO).then_some(Fate::Late(late))
    }
}

/// A span from none to `most`, as 32 random bits decide.
pub(super) fn scale(most: Span, bits: u32) -> Span {
    let choices = u128::from(most.as_nanos()) + 1;
    Span::nanos(((choices * u128::from(bits)) >> 32) as u64)
}

#[cfg(test)]
mod tests {
    use roomrtc_core::base::Seed;

    use super::*;

    fn drawn(jitter: &Jitter) -> Vec<u64> {
        let mut random = Seed::from_u64(3).stream("jitter");
        let late = |fate| if let Some(Fate::Late(span)) = fate { span.as_nanos() } else { 0 };
        (0..100_000).map(|_| late(jitter.draw(&mut random))).collect()
    }

    #[test]
    fn lateness_is_spread_evenly() {
        let late = drawn(&Jitter::in_order(Span::millis(30)));
        assert!(late.iter().all(|nanos| *nanos <= 30_000_000));
        let mean = late.iter().sum::<u64>() / 100_000;
        assert!((14_850_000..15_150_000).contains(&mean), "{mean}");
        let below_third = late.iter().filter(|nanos| **nanos < 10_000_000).count();
        assert!((32_800..33_900).contains(&below_third), "{below_third}");
    }

    #[test]
    fn only_the_share_that_is_asked_for_is_late() {
        let jitter = Jitter { share: Share::percent(10), ..Jitter::in_order(Span::millis(30)) };
        let late = drawn(&jitter).iter().filter(|nanos| **nanos > 0).count();
        assert!((9_600..10_400).contains(&late), "{late}");
        assert!(drawn(&Jitter::in_order(Span::ZERO)).iter().all(|nanos| *nanos == 0));
    }
}
