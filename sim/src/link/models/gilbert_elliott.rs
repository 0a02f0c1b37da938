//! Loss in bursts.

use roomrtc_core::base::RandomStream;
use serde::{Deserialize, Serialize};

use super::GilbertElliottFields;
use crate::ledger::Fate;
use crate::quantity::Share;

/// Loss by a chain of two states (Gilbert 1960, Elliott 1963; the four parameters of RFC 6534,
/// section 2): in the good state few packets are lost, in the bad state many. Each packet may
/// change the state before it meets it.
///
/// In a scenario either the four probabilities are given, or the mean loss and the mean length of
/// a burst: `loss = "3 %", burst = 4`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "GilbertElliottFields", rename_all = "kebab-case")]
pub struct GilbertElliott {
    /// The probability that a packet turns the good state to bad.
    pub to_bad: Share,
    /// The probability that a packet turns the bad state to good.
    pub to_good: Share,
    /// The probability of loss in the good state.
    pub loss_in_good: Share,
    /// The probability of loss in the bad state.
    pub loss_in_bad: Share,
}

impl GilbertElliott {
    /// Nothing is lost in the good state and everything in the bad one, so that `loss` of all
    /// packets are lost and a burst is of `burst` packets, in the mean. A loss of everything is
    /// a bad state that does not end; a burst is of one packet at least.
    pub fn mean(loss: Share, burst: u32) -> GilbertElliott {
        let whole = u64::from(Share::ALL.as_billionths());
        let lost = u64::from(loss.as_billionths());
        let to_good = (whole / u64::from(burst.max(1))).max(1);
        let share = |parts: u64| Share::billionths(u32::try_from(parts).unwrap_or(u32::MAX));
        let (to_bad, to_good) = match whole - lost {
            0 => (whole, 0),
            kept => (to_good * lost / kept, to_good),
        };
        GilbertElliott {
            to_bad: share(to_bad),
            to_good: share(to_good),
            loss_in_good: Share::NONE,
            loss_in_bad: Share::ALL,
        }
    }

    pub(in crate::link) fn draw(
        &self,
        is_bad: &mut bool,
        random: &mut RandomStream,
    ) -> Option<Fate> {
        let change = if *is_bad { self.to_good } else { self.to_bad };
        *is_bad ^= change.happens(random.next_u32());
        let loss = if *is_bad { self.loss_in_bad } else { self.loss_in_good };
        // What is certain needs no draw.
        let is_lost = match loss {
            Share::NONE => false,
            Share::ALL => true,
            loss => loss.happens(random.next_u32()),
        };
        is_lost.then_some(Fate::Dropped)
    }
}

#[cfg(test)]
mod tests {
    use roomrtc_core::base::Seed;

    use super::*;

    /// Packets lost and bursts, of a hundred thousand.
    fn lost(model: &GilbertElliott) -> (usize, usize) {
        let (mut random, mut is_bad) = (Seed::from_u64(2).stream("loss"), false);
        let drops = (0..100_000).map(|_| model.draw(&mut is_bad, &mut random).is_some());
        let drops: Vec<bool> = drops.collect();
        let ends = drops.windows(2).filter(|pair| pair[0] && !pair[1]).count();
        (drops.iter().filter(|lost| **lost).count(), ends)
    }

    #[test]
    fn loss_and_bursts_have_the_means_asked_for() {
        let (lost, bursts) = lost(&GilbertElliott::mean(Share::percent(3), 4));
        assert!((2_600..3_400).contains(&lost), "{lost} lost");
        assert!((35..45).contains(&(lost * 10 / bursts)), "{lost} in {bursts} bursts");
    }

    #[test]
    fn the_ends_are_nothing_and_everything() {
        assert_eq!(lost(&GilbertElliott::mean(Share::NONE, 4)).0, 0);
        assert_eq!(lost(&GilbertElliott::mean(Share::ALL, 4)).0, 100_000);
    }

    #[test]
    fn it_is_read_in_both_forms() {
        let short = r#"{"loss": "3 %", "burst": 4}"#;
        let short: GilbertElliott = serde_json::from_str(short).expect("the short form");
        assert_eq!(short, GilbertElliott::mean(Share::percent(3), 4));
        let long = serde_json::to_string(&short).expect("JSON");
        assert_eq!(serde_json::from_str::<GilbertElliott>(&long).expect(&long), short);
        for wrong in [r#"{}"#, r#"{"burst": 4}"#, r#"{"loss": 0.1, "to-bad": 0.1}"#] {
            assert!(serde_json::from_str::<GilbertElliott>(wrong).is_err(), "{wrong}");
        }
    }
}
