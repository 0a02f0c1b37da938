//! What is refused, and in which words.

use super::fixtures::*;
use roomrtc_core::negotiation::{Negotiator, SignalingState};
use roomrtc_core::sdp::SessionDescription;

/// The text with `from` replaced, which must be there.
fn with(text: &str, from: &str, to: &str) -> SessionDescription {
    assert!(text.contains(from), "{from:?} is not there");
    description(&text.replace(from, to))
}

fn offer_refused(text: &str, from: &str, to: &str) -> String {
    let mut negotiator = negotiator();
    let error = negotiator.apply_offer(&with(text, from, to)).expect_err("a refusal");
    assert_eq!(negotiator.state(), SignalingState::Stable);
    error.to_string()
}

fn answer_refused(from: &str, to: &str) -> String {
    let mut negotiator = negotiator();
    negotiator.create_offer(&trickling("alice")).expect("an offer");
    let answer = with(SEVERAL_FINGERPRINTS, from, to);
    let error = negotiator.apply_answer(&answer).expect_err("a refusal");
    assert_eq!(negotiator.state(), SignalingState::HaveLocalOffer);
    let good = description(SEVERAL_FINGERPRINTS);
    negotiator.apply_answer(&good).expect("the offer is still outstanding");
    error.to_string()
}

#[test]
fn offers_without_a_whole_transport() {
    let refusals = [
        offer_refused(SESSION_LEVEL, "a=ice-ufrag:441093d7\n", ""),
        offer_refused(SESSION_LEVEL, "a=ice-pwd:de1b5fb2611c0db02720c5426eb0932b\n", ""),
        offer_refused(SESSION_LEVEL, "a=ice-ufrag:441093d7", "a=ice-ufrag:44"),
        offer_refused(SESSION_LEVEL, "a=fingerprint:sha-256 ", "a=fingerprint:sha-1 "),
        offer_refused(SESSION_LEVEL, "a=setup:passive\n", ""),
        offer_refused(SESSION_LEVEL, "a=setup:passive", "a=setup:holdconn"),
        offer_refused(SESSION_LEVEL, "a=rtcp-mux\n", ""),
        offer_refused(SESSION_LEVEL, "a=mid:1", "a=mid:0"),
        offer_refused(THREE_SECTIONS, "a=ice-pwd:wxOQ1+RQ1Qvo89pQg89xi05G", "a=ice-pwd:short"),
    ];
    insta::assert_snapshot!(refusals.join("\n"));
}

#[test]
fn answers_that_do_not_fit() {
    let refusals = [
        answer_refused("m=video", "m=audio 9 UDP/TLS/RTP/SAVPF 0\nm=video"),
        answer_refused("m=video", "m=audio"),
        answer_refused("a=mid:0", "a=mid:1"),
        answer_refused("a=group:BUNDLE 0", "a=group:BUNDLE 1"),
        answer_refused("H264", "VP8"),
        answer_refused("packetization-mode=1", "packetization-mode=2"),
        answer_refused("a=rtcp-mux\n", ""),
        answer_refused("a=setup:active", "a=setup:actpass"),
        answer_refused("a=fingerprint:sha-", "a=fingerprint:md"),
        answer_refused("a=ice-pwd:", "a=ice-password:"),
    ];
    insta::assert_snapshot!(refusals.join("\n"));
}

#[test]
fn sections_outside_the_group_cannot_be_accepted() {
    let (mut alice, mut bob) = (negotiator_of(2, 1), negotiator_of(2, 2));
    let offer = alice.create_offer(&trickling("alice")).expect("an offer");
    bob.apply_offer(&offer).expect("an acceptable offer");
    let (answer, _) = bob.create_answer(&trickling("bob")).expect("an answer");
    let refused = |from: &str, to: &str| {
        let answer = answer.as_str().replace(from, to).parse().expect("a description");
        alice.clone().apply_answer(&answer).expect_err("a refusal").to_string()
    };
    let outside = "media section 1 is accepted outside the BUNDLE group";
    assert_eq!(refused("a=group:BUNDLE 0 1", "a=group:BUNDLE 0"), outside);
    assert_eq!(refused("a=group:BUNDLE 0 1\r\n", ""), outside);
}

#[test]
fn nothing_is_done_in_the_wrong_state() {
    let say = |negotiator: &mut Negotiator| {
        let (offer, answer) = (description(THREE_SECTIONS), description(SEVERAL_FINGERPRINTS));
        let transport = trickling("alice");
        let mut said: Vec<String> = Vec::new();
        said.extend(negotiator.clone().create_offer(&transport).err().map(|e| e.to_string()));
        said.extend(negotiator.clone().apply_offer(&offer).err().map(|e| e.to_string()));
        said.extend(negotiator.clone().create_answer(&transport).err().map(|e| e.to_string()));
        said.extend(negotiator.clone().apply_answer(&answer).err().map(|e| e.to_string()));
        said.join("\n")
    };
    let mut negotiator = negotiator();
    let stable = say(&mut negotiator);
    negotiator.create_offer(&trickling("alice")).expect("an offer");
    let local = say(&mut negotiator);
    assert!(negotiator.rollback() && !negotiator.rollback());
    negotiator.apply_offer(&description(THREE_SECTIONS)).expect("an acceptable offer");
    let remote = say(&mut negotiator);
    insta::assert_snapshot!([stable, local, remote].join("\n\n"));
}

#[test]
fn nothing_cannot_be_offered() {
    let error = negotiator_of(0, 1).create_offer(&trickling("alice")).expect_err("a refusal");
    assert_eq!(error.to_string(), "there is no media to offer");
    let error = negotiator_of(257, 1).create_offer(&trickling("alice")).expect_err("a refusal");
    assert_eq!(error.to_string(), "there are too many media sections");
}

#[test]
fn sections_that_cannot_be_had_are_rejected_not_refused() {
    let rows = [
        ("m=video 51895 UDP/TLS/RTP/SAVPF", "m=video 51895 TCP/RTP/AVP"),
        ("m=video 51895", "m=video 0"),
        ("H264/90000", "H265/90000"),
        ("profile-level-id=42e01f", "profile-level-id=64001f"),
        ("m=video", "m=image"),
    ];
    for (from, to) in rows {
        let mut negotiator = negotiator();
        let offer = with(SESSION_LEVEL, from, to);
        let received = negotiator.apply_offer(&offer).expect("an acceptable offer");
        assert!(!received.has_accepted_media, "{to}");
        let (answer, agreement) = negotiator.create_answer(&trickling("bob")).expect("an answer");
        assert!(answer.media().all(|media| media.is_rejected()) && agreement.transport.is_none());
        assert_eq!(answer.attributes().groups().count(), 0);
    }
}

#[test]
fn bundle_only_without_a_group_is_disabled_and_leaves_its_media_to_others() {
    let mut negotiator = negotiator();
    let first = "m=video 0 UDP/TLS/RTP/SAVPF 97\na=bundle-only\na=rtpmap:97 H264/90000\n\
        a=fmtp:97 profile-level-id=42e00d\nm=video 30000";
    let offer = with(WITHOUT_BUNDLE, "m=video 30000", first);
    negotiator.apply_offer(&offer).expect("an acceptable offer");
    let (_, agreement) = negotiator.create_answer(&trickling("bob")).expect("an answer");
    let carried: Vec<Option<usize>> = agreement.media.iter().map(|media| media.media).collect();
    assert_eq!(carried, [None, Some(0), None]);
}
