//! Faults that are less.

use crate::ledger::{Bits, Fate, Fault, PacketFault};
use crate::quantity::Span;

/// The faults that are the same but less, those that are least first.
pub(super) fn lesser(fault: &Fault) -> Vec<Fault> {
    let Fault::Packet(fault) = fault else { return Vec::new() };
    let fates = match &fault.fate {
        Fate::Dropped | Fate::Marked => Vec::new(),
        Fate::Late(span) => half(*span).map(Fate::Late).into_iter().collect(),
        Fate::Duplicated(Span::ZERO) => Vec::new(),
        Fate::Duplicated(span) => {
            [Some(Span::ZERO), half(*span)].into_iter().flatten().map(Fate::Duplicated).collect()
        }
        Fate::Flipped(bits) => fewer(bits).map(Fate::Flipped).collect(),
        Fate::HeldBack { packets, at_most } => {
            let fewer = [packets / 2, packets.saturating_sub(1)].into_iter().filter(|n| *n > 0);
            fewer.map(|packets| Fate::HeldBack { packets, at_most: *at_most }).collect()
        }
    };
    let with = |fate| Fault::Packet(PacketFault { fate, ..fault.clone() });
    fates.into_iter().map(with).collect()
}

/// Half of a span in whole milliseconds, or in whole microseconds if there are none; `None` if it
/// is too short to be halved.
fn half(span: Span) -> Option<Span> {
    const MICRO: u64 = 1_000;
    const MILLI: u64 = 1_000_000;
    let nanos = span.as_nanos() / 2;
    let unit = if nanos >= MILLI { MILLI } else { MICRO };
    let rounded = nanos - nanos % unit;
    (rounded > 0).then_some(Span::nanos(rounded))
}

/// Either half of the bits, then all but each one.
fn fewer(bits: &Bits) -> impl Iterator<Item = Bits> {
    let Bits(places) = bits;
    let (first, second) = places.split_at(places.len() / 2);
    let halves = [first, second].into_iter().map(<[u32]>::to_vec);
    let without = (0..places.len()).map(|index| {
        let mut places = places.clone();
        places.remove(index);
        places
    });
    let is_less = places.len() > 1;
    halves.chain(without).filter(move |left| is_less && !left.is_empty()).map(Bits)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn texts(text: &str) -> Vec<String> {
        let fault: Fault = text.parse().expect(text);
        let fates = lesser(&fault).into_iter().map(|fault| fault.to_string());
        fates.map(|text| text.split(": ").nth(1).unwrap_or_default().to_owned()).collect()
    }

    #[test]
    fn what_can_be_less_is_made_less() {
        assert_eq!(texts("up 1 jitter: late by 21 ms"), ["late by 10 ms"]);
        assert_eq!(texts("up 1 jitter: late by 1.5 ms"), ["late by 750 us"]);
        assert!(texts("up 1 jitter: late by 1 us").is_empty());
        let copies = ["duplicated late by 0 ns", "duplicated late by 2 ms"];
        assert_eq!(texts("up 1 duplicate: duplicated late by 4 ms"), copies);
        let bits =
            ["bits flipped at 1", "bits flipped at 2", "bits flipped at 2", "bits flipped at 1"];
        assert_eq!(texts("up 1 corrupt: bits flipped at 1 2"), bits);
        let held = ["held back by 1 packets at most 9 ms", "held back by 2 packets at most 9 ms"];
        assert_eq!(texts("up 1 reorder: held back by 3 packets at most 9 ms"), held);
    }

    #[test]
    fn what_is_least_stays() {
        for text in ["happening 1", "up 1 loss: dropped", "up 1 corrupt: bits flipped at 7"] {
            assert!(texts(text).is_empty(), "{text}");
        }
    }
}
