//! Offers and answers of ours, whole, for a seed and for each manner of description.

use super::fixtures::*;
use roomrtc_core::sdp::Direction;

/// Our answer to an offer, and what the two come to.
fn answered(offer: &str) -> String {
    let mut negotiator = negotiator();
    let received = negotiator.apply_offer(&description(offer)).expect("an acceptable offer");
    let (answer, agreement) = negotiator.create_answer(&trickling("bob")).expect("an answer");
    assert_eq!(received.has_accepted_media, agreement.transport.is_some());
    format!("{}\n{agreement:#?}", shown(&answer))
}

#[test]
fn our_offer_without_candidates() {
    let offer = negotiator().create_offer(&trickling("alice")).expect("an offer");
    insta::assert_snapshot!(shown(&offer));
}

#[test]
fn our_offer_of_two_sections_with_all_candidates() {
    let mut negotiator = negotiator_of(2, 8);
    assert!(negotiator.set_direction(1, Direction::ReceiveOnly));
    let mut transport = transport("alice", 0);
    (transport.has_end_of_candidates, transport.is_lite) = (true, true);
    let offer = negotiator.create_offer(&transport).expect("an offer");
    insta::assert_snapshot!(shown(&offer));
}

#[test]
fn our_answer_to_our_offer() {
    let offer = negotiator().create_offer(&transport("alice", 0)).expect("an offer");
    insta::assert_snapshot!(answered(&shown(&offer)));
}

#[test]
fn audio_and_data_are_rejected_and_the_video_carries_the_transport() {
    insta::assert_snapshot!(answered(THREE_SECTIONS));
}

#[test]
fn bundle_only_video_uses_the_transport_of_its_group() {
    insta::assert_snapshot!(answered(BUNDLE_ONLY));
}

#[test]
fn attributes_of_the_session_level_hold_for_its_sections() {
    insta::assert_snapshot!(answered(SESSION_LEVEL));
}

#[test]
fn oddities_are_read() {
    insta::assert_snapshot!(answered(ODDITIES));
}

#[test]
fn without_bundle_one_section_is_accepted() {
    insta::assert_snapshot!(answered(WITHOUT_BUNDLE));
}

#[test]
fn without_video_all_is_rejected() {
    insta::assert_snapshot!(answered(DATA_ONLY));
}

#[test]
fn an_answer_with_three_fingerprints() {
    let mut negotiator = negotiator();
    negotiator.create_offer(&trickling("alice")).expect("an offer");
    let answer = description(SEVERAL_FINGERPRINTS);
    let agreement = negotiator.apply_answer(&answer).expect("an acceptable answer");
    insta::assert_debug_snapshot!(agreement);
}

#[test]
fn the_seed_decides_every_byte() {
    let offer = |seed| {
        negotiator_of(1, seed).create_offer(&transport("alice", 0)).expect("an offer").to_string()
    };
    assert_eq!(offer(1), offer(1));
    assert_ne!(offer(1), offer(2));
}
