//! What is agreed of sending lost packets again: RFC 4585 section 4.2, RFC 4588 section 8.

use super::fixtures::*;
use roomrtc_core::negotiation::{Agreement, Negotiator};
use roomrtc_core::sdp::SessionDescription;

/// What is agreed of the first section: of each codec the payload types to send and to receive with,
/// and those of retransmissions.
fn codecs(agreement: &Agreement) -> Vec<(u8, Option<u8>, Option<u8>)> {
    let of = |codec: &roomrtc_core::negotiation::AgreedCodec| {
        assert_eq!(codec.send_payload_type, codec.receive_payload_type);
        (codec.send_payload_type, codec.send_retransmission, codec.receive_retransmission)
    };
    agreement.media[0].codecs.iter().map(of).collect()
}

/// A description without the lines for which `is_dropped` says so.
fn without(
    description: &SessionDescription,
    is_dropped: impl Fn(&str) -> bool,
) -> SessionDescription {
    let text = description.to_string();
    let lines = text.split_inclusive('\n').filter(|line| !is_dropped(line));
    lines.collect::<String>().parse().expect("a description")
}

/// What two of ours agree on if `change` happens to the offer.
fn agreed_with(change: impl Fn(&SessionDescription) -> SessionDescription) -> Vec<Agreement> {
    let (mut alice, mut bob) = (negotiator_of(1, 1), negotiator_of(1, 2));
    let offer = alice.create_offer(&transport("alice", 0)).expect("an offer");
    bob.apply_offer(&change(&offer)).expect("an acceptable offer");
    let (answer, theirs) = bob.create_answer(&transport("bob", 0)).expect("an answer");
    let ours = alice.apply_answer(&reread(&answer)).expect("an acceptable answer");
    vec![ours, theirs]
}

#[test]
fn each_codec_has_its_retransmissions_and_the_sources_are_told() {
    for agreement in agreed_with(reread) {
        let codecs = codecs(&agreement);
        assert_eq!(codecs.len(), 6);
        for (place, (number, send, receive)) in (0..).zip(codecs) {
            assert_eq!((number, send, receive), (96 + place, Some(102 + place), Some(102 + place)));
        }
        assert!(agreement.media[0].codecs.iter().all(|codec| codec.feedback.generic_nack));
        let sources = &agreement.media[0].remote_sources;
        assert_eq!(sources.len(), 1);
        assert_eq!(sources[0].retransmission, Some(sources[0].ssrc + 1_000));
    }
}

#[test]
fn nothing_is_agreed_that_one_side_does_not_say() {
    let plain = |offer: &SessionDescription| without(offer, |line| line.contains(" rtx/90000"));
    for agreement in agreed_with(plain) {
        let codecs = codecs(&agreement);
        assert!(codecs.iter().all(|(_, send, receive)| (*send, *receive) == (None, None)));
        assert!(agreement.media[0].codecs.iter().all(|codec| codec.feedback.generic_nack));
    }
    let silent = |offer: &SessionDescription| without(offer, |line| line.ends_with(" nack\r\n"));
    for agreement in agreed_with(silent) {
        let codecs = codecs(&agreement);
        assert!(codecs.iter().all(|(_, send, receive)| (*send, *receive) == (None, None)));
        let media = &agreement.media[0].codecs;
        assert!(media.iter().all(|codec| !codec.feedback.generic_nack));
        assert!(media.iter().all(|codec| codec.feedback.picture_loss_indication));
    }
}

#[test]
fn odd_payload_types_of_retransmissions_are_passed_over() {
    for (was, is) in [
        (" apt=96\r\n", " apt=102\r\n"),
        (" apt=96\r\n", " apt=500\r\n"),
        (" apt=96\r\n", " rtx-time=3000\r\n"),
        ("102 rtx/90000", "102 rtx/8000"),
    ] {
        let change = |offer: &SessionDescription| {
            let text = offer.to_string();
            assert!(text.contains(was), "{was}");
            text.replace(was, is).parse().expect("a description")
        };
        for agreement in agreed_with(change) {
            let codecs = codecs(&agreement);
            assert_eq!((codecs[0], codecs[1]), ((96, None, None), (97, Some(103), Some(103))));
        }
    }
    let spaced = |offer: &SessionDescription| {
        let text = offer.to_string().replace(" apt=96\r\n", " rtx-time=3000; APT = 96\r\n");
        text.parse().expect("a description")
    };
    assert!(agreed_with(spaced).iter().all(|own| codecs(own)[0] == (96, Some(102), Some(102))));
}

#[test]
fn numbers_stay_from_one_offer_to_the_next() {
    let (mut alice, mut bob) = (negotiator_of(1, 1), negotiator_of(1, 2));
    let mut round = |from_alice: bool| {
        let (a, b) = (transport("alice", 0), transport("bob", 0));
        let (ours, theirs): ((&mut Negotiator, _), (&mut Negotiator, _)) = match from_alice {
            true => ((&mut alice, &a), (&mut bob, &b)),
            false => ((&mut bob, &b), (&mut alice, &a)),
        };
        codecs(&agree(ours, theirs).0)
    };
    let first = round(true);
    assert_eq!(round(false), first);
    assert_eq!(round(true), first);
}
