//! What is left of them after damage: read or refused, never more than that.

use std::sync::OnceLock;

use proptest::prelude::*;
use proptest::sample::Index;
use roomrtc_core::sdp::SessionDescription;

use super::RealDescription;

fn all() -> &'static [RealDescription] {
    static ALL: OnceLock<Vec<RealDescription>> = OnceLock::new();
    ALL.get_or_init(RealDescription::all)
}

/// One piece of damage: what kind, and at which two places.
fn damage() -> impl Strategy<Value = (u8, Index, Index, char)> {
    (0..6_u8, any::<Index>(), any::<Index>(), any::<char>())
}

/// The text with a piece of damage done to it.
fn damaged(text: &str, (kind, at, other, character): (u8, Index, Index, char)) -> String {
    if text.is_empty() {
        return String::new();
    }
    let mut lines: Vec<&str> = text.split_inclusive('\n').collect();
    let (first, second) = (at.index(lines.len()), other.index(lines.len()));
    match kind {
        0 => {
            let places: Vec<usize> = text.char_indices().map(|(place, _)| place).collect();
            return text[..*at.get(&places)].to_owned();
        }
        1 => {
            lines.remove(first);
        }
        2 => lines.insert(second, lines[first]),
        3 => lines.swap(first, second),
        _ => {
            let place = at.index(text.chars().count());
            let of = |(here, old)| if here == place { character } else { old };
            return text.chars().enumerate().map(of).collect();
        }
    }
    lines.concat()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1_000))]

    #[test]
    fn nothing_panics_and_what_is_read_is_written_back(
        which in any::<Index>(),
        pieces in prop::collection::vec(damage(), 1..8),
    ) {
        let real = which.get(all());
        let text = pieces.into_iter().fold(real.text.clone(), |text, piece| damaged(&text, piece));
        if let Ok(parsed) = text.parse::<SessionDescription>() {
            prop_assert_eq!(parsed.to_string().parse::<SessionDescription>(), Ok(parsed));
        }
        if let (true, Ok((answer, agreed))) = (real.is_offer, real.outcome(&text)) {
            let answer: SessionDescription = answer.parse().expect("ours");
            prop_assert_eq!(answer.media().len(), agreed.media.len());
        }
    }
}
