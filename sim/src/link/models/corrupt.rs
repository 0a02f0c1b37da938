//! Bits that are turned.

use roomrtc_core::base::RandomStream;
use serde::{Deserialize, Serialize};

use crate::ledger::{Bits, Fate};
use crate::quantity::Share;

/// Some packets have bits of their payload turned.
///
/// Real networks drop nearly all of these by their checksums. Here they arrive, to show that
/// nothing is believed that was not verified.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Corrupt {
    /// The probability that a packet is concerned.
    pub share: Share,
    /// How many bits are turned in it; at most [`Corrupt::MOST_BITS`].
    #[serde(default = "one")]
    pub bits: u32,
}

fn one() -> u32 {
    1
}

impl Corrupt {
    /// The most bits that are turned in one packet.
    pub const MOST_BITS: u32 = 1_024;

    /// One bit is turned in so many percent.
    pub const fn percent(percent: u32) -> Corrupt {
        Corrupt { share: Share::percent(percent), bits: 1 }
    }

    /// `length` is that of the payload in bytes.
    pub(in crate::link) fn draw(&self, length: usize, random: &mut RandomStream) -> Option<Fate> {
        if !self.share.happens(random.next_u32()) || length == 0 {
            return None;
        }
        let bits = (length as u64).saturating_mul(8);
        let mut place = |_| ((u64::from(random.next_u32()) * bits) >> 32) as u32;
        let places = (0..self.bits.min(Corrupt::MOST_BITS)).map(&mut place).collect();
        Some(Fate::Flipped(Bits(places)))
    }
}

#[cfg(test)]
mod tests {
    use roomrtc_core::base::Seed;

    use super::*;

    #[test]
    fn places_are_spread_over_the_payload() {
        let model = Corrupt { share: Share::percent(50), bits: 4 };
        let mut random = Seed::from_u64(4).stream("corrupt");
        let fates: Vec<Fate> = (0..10_000).filter_map(|_| model.draw(100, &mut random)).collect();
        assert!((4_800..5_200).contains(&fates.len()), "{}", fates.len());
        let mut counts = [0; 8];
        for fate in fates {
            let Fate::Flipped(Bits(places)) = fate else { panic!("{fate}") };
            assert_eq!(places.len(), 4);
            places.iter().for_each(|place| counts[*place as usize / 100] += 1);
        }
        assert!(counts.iter().all(|count| (2_200..2_800).contains(count)), "{counts:?}");
        assert_eq!(model.draw(0, &mut random), None);
    }
}
