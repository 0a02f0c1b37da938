//! Second offers and answers: what stays, what may change, and what may not.

use super::fixtures::*;
use roomrtc_core::crypto::HashAlgorithm;
use roomrtc_core::negotiation::{Agreement, DtlsRole, LocalTransport, Negotiator};
use roomrtc_core::sdp::{Direction, Fingerprint, SessionDescription};

/// Two of ours that have agreed once, alice having offered.
fn agreed() -> (Negotiator, Negotiator) {
    let (mut alice, mut bob) = (negotiator_of(1, 1), negotiator_of(1, 2));
    agree((&mut alice, &transport("alice", 0)), (&mut bob, &transport("bob", 0)));
    (alice, bob)
}

/// Our two, the first offering.
fn again(offerer: (&mut Negotiator, u32), answerer: (&mut Negotiator, u32)) -> Agreement {
    let (ours, _) = agree(
        (offerer.0, &transport("alice", offerer.1)),
        (answerer.0, &transport("bob", answerer.1)),
    );
    ours
}

#[test]
fn either_side_can_offer_again_and_roles_stay() {
    let (mut alice, mut bob) = agreed();
    let (b, a) = agree((&mut bob, &transport("bob", 0)), (&mut alice, &transport("alice", 0)));
    let (a, b) = (a.transport.expect("a transport"), b.transport.expect("a transport"));
    assert_eq!((a.dtls_role, b.dtls_role), (DtlsRole::Server, DtlsRole::Client));
    assert!(!a.is_ice_restart && !b.is_ice_restart);
    assert!(again((&mut alice, 0), (&mut bob, 0)).transport.is_some());
}

#[test]
fn a_second_offer_keeps_what_was_agreed() {
    let mut alice = negotiator_of(1, 1);
    let mut bob = negotiator_of(1, 2);
    let first = alice.create_offer(&transport("alice", 0)).expect("an offer");
    bob.apply_offer(&first).expect("an acceptable offer");
    let (answer, _) = bob.create_answer(&transport("bob", 0)).expect("an answer");
    alice.apply_answer(&answer).expect("an acceptable answer");
    let second = alice.create_offer(&transport("alice", 0)).expect("an offer");
    let body =
        |offer: &SessionDescription| offer.as_str().split_once("s=-").expect("a body").1.to_owned();
    assert_eq!(body(&first), body(&second));
    let version = |offer: &SessionDescription| offer.origin().expect("an origin").session_version;
    assert_eq!((version(&first), version(&second)), (1, 2));
}

#[test]
fn an_offer_after_their_offer_keeps_their_numbers_and_tags() {
    let mut negotiator = negotiator();
    negotiator.apply_offer(&description(THREE_SECTIONS)).expect("an acceptable offer");
    negotiator.create_answer(&trickling("bob")).expect("an answer");
    negotiator.add_media(media(2));
    let offer = negotiator.create_offer(&trickling("bob")).expect("an offer");
    insta::assert_snapshot!(shown(&offer));
}

#[test]
fn directions_change() {
    let (mut alice, mut bob) = agreed();
    alice.set_direction(0, Direction::Inactive);
    assert_eq!(again((&mut alice, 0), (&mut bob, 0)).media[0].direction, Direction::Inactive);
    alice.set_direction(0, Direction::SendReceive);
    bob.set_direction(0, Direction::ReceiveOnly);
    assert_eq!(again((&mut alice, 0), (&mut bob, 0)).media[0].direction, Direction::SendOnly);
}

#[test]
fn media_is_added_to_the_group() {
    let (mut alice, mut bob) = agreed();
    assert_eq!((alice.add_media(media(2)), bob.add_media(media(3))), (1, 1));
    let agreement = again((&mut alice, 0), (&mut bob, 0));
    assert_eq!(agreement.media.len(), 2);
    assert_eq!(agreement.media[1].media, Some(1));
    assert_eq!(agreement.media[1].codecs[0], agreement.media[0].codecs[0]);
    assert_eq!(agreement.transport.map(|transport| transport.section), Some(0));
}

#[test]
fn new_credentials_restart_ice() {
    let (mut alice, mut bob) = agreed();
    let offer = alice.create_offer(&transport("alice", 1)).expect("an offer");
    let received = bob.apply_offer(&offer).expect("an acceptable offer");
    assert!(received.is_ice_restart);
    let (answer, theirs) = bob.create_answer(&transport("bob", 1)).expect("an answer");
    assert!(theirs.transport.expect("a transport").is_ice_restart);
    let ours = alice.apply_answer(&answer).expect("an acceptable answer");
    let ours = ours.transport.expect("a transport");
    assert!(ours.is_ice_restart);
    assert_eq!(ours.remote_credentials, transport("bob", 1).credentials);
    assert!(!again((&mut alice, 1), (&mut bob, 1)).transport.expect("one").is_ice_restart);
}

#[test]
fn an_answer_that_names_another_role_keeps_that_of_the_association() {
    let (mut alice, mut bob) = agreed();
    let offer = bob.create_offer(&transport("bob", 0)).expect("an offer");
    alice.apply_offer(&offer).expect("an acceptable offer");
    let (answer, _) = alice.create_answer(&transport("alice", 0)).expect("an answer");
    let answer = answer.to_string();
    assert!(answer.contains("a=setup:passive"), "{answer}");
    let answer = answer.replace("a=setup:passive", "a=setup:active");
    let agreement = bob.apply_answer(&answer.parse().expect("a description"));
    let transport = agreement.expect("an acceptable answer").transport.expect("a transport");
    assert_eq!(transport.dtls_role, DtlsRole::Client);
}

fn refused(mut change: impl FnMut(&mut LocalTransport), from: &str, to: &str) -> String {
    let (mut alice, bob) = agreed();
    let mut transport = transport("alice", 0);
    change(&mut transport);
    let offer = alice.create_offer(&transport).expect("an offer").to_string();
    assert!(offer.contains(from), "{from:?} is not in the offer");
    let offer = offer.replace(from, to).parse().expect("a description");
    bob.clone().apply_offer(&offer).expect_err("a refusal").to_string()
}

#[test]
fn what_may_not_change_is_refused() {
    let same = |_: &mut LocalTransport| ();
    let association = "media section 0 asks for a new DTLS association inside the session";
    let certificate = |transport: &mut LocalTransport| transport.fingerprints[0].digest[0] ^= 1;
    assert_eq!(refused(certificate, "", ""), association);
    assert_eq!(refused(same, "a=setup:actpass", "a=setup:active"), association);
    let other = "media section 0 is not the one it was";
    assert_eq!(refused(same, "a=mid:0", "a=mid:7"), other);
    assert_eq!(refused(same, "m=video", "m=audio"), other);
    let fewer = "the offer has fewer media sections than there were: 0, not 1";
    assert_eq!(refused(same, "m=video", "x=video"), fewer);
}

#[test]
fn a_section_can_be_disabled_and_come_back() {
    let (mut alice, mut bob) = agreed();
    let offer = alice.create_offer(&transport("alice", 0)).expect("an offer").to_string();
    assert!(alice.rollback());
    let disabled = offer.replace("m=video 6000", "m=video 0").replace("a=group:BUNDLE 0", "a=x");
    bob.apply_offer(&disabled.parse().expect("a description")).expect("an acceptable offer");
    let (answer, agreement) = bob.create_answer(&transport("bob", 0)).expect("an answer");
    assert!(agreement.media[0].is_rejected() && agreement.transport.is_none());
    assert!(answer.media_at(0).expect("a section").is_rejected());
    let back = offer.replace("a=mid:0", "a=mid:5").replace("BUNDLE 0", "BUNDLE 5");
    bob.apply_offer(&back.parse().expect("a description")).expect("an acceptable offer");
    let (_, agreement) = bob.create_answer(&transport("bob", 0)).expect("an answer");
    assert_eq!(agreement.media[0].media, Some(0));
    assert_eq!(bob.transport_section(), Some((0, Some("5"))));
}

#[test]
fn an_answer_that_leaves_the_role_open_keeps_the_one_in_use() {
    let (mut alice, mut bob) = agreed();
    let offer = alice.create_offer(&transport("alice", 0)).expect("an offer");
    bob.apply_offer(&offer).expect("an acceptable offer");
    let (answer, _) = bob.create_answer(&transport("bob", 0)).expect("an answer");
    let open = answer.to_string().replace("a=setup:active", "a=setup:actpass");
    let agreement = alice.apply_answer(&open.parse().expect("a description"));
    let transport = agreement.expect("an acceptable answer").transport.expect("a transport");
    assert_eq!(transport.dtls_role, DtlsRole::Server);
}

#[test]
fn a_certificate_may_be_named_by_more_hash_functions_than_before() {
    let (mut alice, mut bob) = agreed();
    let mut named = transport("alice", 0);
    let (algorithm, digest) = (HashAlgorithm::Sha384, vec![3; 48]);
    named.fingerprints.insert(0, Fingerprint { algorithm, digest });
    agree((&mut alice, &named), (&mut bob, &transport("bob", 0)));
    assert!(again((&mut alice, 0), (&mut bob, 0)).transport.is_some());
}

#[test]
fn with_the_last_section_the_association_ends() {
    let (mut alice, mut bob) = agreed();
    let offer = alice.create_offer(&transport("alice", 0)).expect("an offer").to_string();
    let disabled = offer.replace("m=video 6000", "m=video 0").replace("a=group:BUNDLE 0", "a=x");
    bob.apply_offer(&disabled.parse().expect("a description")).expect("an acceptable offer");
    let (answer, _) = bob.create_answer(&transport("bob", 0)).expect("an answer");
    alice.apply_answer(&reread(&answer)).expect("an acceptable answer");
    assert!(!alice.has_agreed() && !bob.has_agreed());
    // The other way round than before, and with other certificates.
    let (alices, bobs) = (transport("alicia", 0), transport("robert", 0));
    let (_, theirs) = agree((&mut bob, &bobs), (&mut alice, &alices));
    let transport = theirs.transport.expect("a transport");
    assert_eq!((transport.dtls_role, transport.is_ice_restart), (DtlsRole::Client, false));
}
