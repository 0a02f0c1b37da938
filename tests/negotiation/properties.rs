//! What holds for every description.

use proptest::prelude::*;
use proptest::sample::{select, subsequence};

use super::fixtures::*;
use roomrtc_core::negotiation::Negotiator;
use roomrtc_core::sdp::{Direction, SessionDescription};

const TEXTS: [&str; 6] =
    [THREE_SECTIONS, BUNDLE_ONLY, SESSION_LEVEL, ODDITIES, WITHOUT_BUNDLE, DATA_ONLY];

/// Lines of the descriptions here, shuffled among each other: often readable, seldom sensible.
fn shuffled() -> impl Strategy<Value = String> {
    let lines: Vec<&'static str> = TEXTS.iter().flat_map(|text| text.lines()).collect();
    let count = lines.len();
    let start = "v=0\r\no=- 1 1 IN IP4 0.0.0.0\r\ns=-\r\n";
    subsequence(lines, 0..count)
        .prop_shuffle()
        .prop_map(move |lines| lines.into_iter().fold(start.to_owned(), |t, l| t + l + "\r\n"))
}

/// A description with some lines gone and some repeated.
fn damaged() -> impl Strategy<Value = String> {
    let kept = prop::collection::vec(0..40u8, 180);
    (select(TEXTS.to_vec()), kept).prop_map(|(text, kept)| {
        let lines = text.lines().zip(kept.into_iter().chain(std::iter::repeat(2)));
        lines.fold(String::new(), |text, (line, fate)| match fate {
            0 => text,
            1 => text + line + "\r\n" + line + "\r\n",
            _ => text + line + "\r\n",
        })
    })
}

/// Whatever is accepted is answered with as many sections, and the answer can be read.
fn check_answer(text: &str) -> Result<(), TestCaseError> {
    let Ok(offer) = text.parse::<SessionDescription>() else {
        return Ok(());
    };
    let mut negotiator = negotiator_of(2, 1);
    let Ok(received) = negotiator.apply_offer(&offer) else {
        return Ok(());
    };
    let (answer, agreement) = negotiator.create_answer(&transport("bob", 0)).expect("an answer");
    prop_assert_eq!(&reread(&answer), &answer);
    prop_assert_eq!(answer.media().len(), offer.media().len());
    prop_assert_eq!(agreement.media.len(), offer.media().len());
    prop_assert_eq!(received.has_accepted_media, agreement.transport.is_some());
    for ((offered, answered), agreed) in offer.media().zip(answer.media()).zip(&agreement.media) {
        prop_assert_eq!(offered.kind(), answered.kind());
        prop_assert_eq!(offered.mid(), answered.mid());
        prop_assert_eq!(answered.is_rejected(), agreed.is_rejected());
        let theirs: Vec<&str> = offered.formats().collect();
        prop_assert!(answered.formats().all(|f| theirs.contains(&f) || theirs.is_empty()));
    }
    check_group(&answer)
}

/// A group names accepted sections, and only those.
fn check_group(answer: &SessionDescription) -> Result<(), TestCaseError> {
    let groups: Vec<_> = answer.attributes().groups().collect();
    prop_assert!(groups.len() <= 1);
    for mid in groups.iter().flat_map(|group| group.mids()) {
        let named = answer.media().find(|media| media.mid() == Some(mid));
        prop_assert!(named.is_some_and(|media| !media.is_rejected()));
    }
    Ok(())
}

fn directed(count: u32, seed: u64, directions: &[Direction]) -> Negotiator {
    let mut negotiator = negotiator_of(count, seed);
    for (media, direction) in directions.iter().enumerate() {
        negotiator.set_direction(media, *direction);
    }
    negotiator
}

proptest! {
    #[test]
    fn any_acceptable_offer_has_a_fitting_answer(text in prop_oneof![shuffled(), damaged()]) {
        check_answer(&text)?;
    }

    #[test]
    fn any_answer_is_taken_or_refused_without_panic(text in prop_oneof![shuffled(), damaged()]) {
        let mut negotiator = negotiator_of(2, 1);
        negotiator.create_offer(&trickling("alice")).expect("an offer");
        if let Ok(answer) = text.parse() {
            let offered = 2;
            if let Ok(agreement) = negotiator.apply_answer(&answer) {
                prop_assert_eq!(agreement.media.len(), offered);
            }
        }
    }

    #[test]
    fn two_of_ours_always_agree(
        ours in prop::collection::vec(select(Direction::ALL.to_vec()), 1..5),
        theirs in prop::collection::vec(select(Direction::ALL.to_vec()), 1..5),
        rounds in prop::collection::vec(any::<bool>(), 1..4),
    ) {
        let mut alice = directed(ours.len() as u32, 1, &ours);
        let mut bob = directed(theirs.len() as u32, 2, &theirs);
        for alice_offers in rounds {
            let (a, b) = match alice_offers {
                true => agree((&mut alice, &transport("alice", 0)), (&mut bob, &transport("bob", 0))),
                false => {
                    let (b, a) =
                        agree((&mut bob, &transport("bob", 0)), (&mut alice, &transport("alice", 0)));
                    (a, b)
                }
            };
            for (a, b) in a.media.iter().zip(&b.media) {
                prop_assert_eq!(a.is_rejected(), b.is_rejected());
                prop_assert_eq!(a.direction, b.direction.reversed());
                prop_assert_eq!(&a.codecs, &b.codecs);
            }
            let accepted = a.media.iter().filter(|media| !media.is_rejected()).count();
            prop_assert!(accepted >= 1);
        }
    }
}
