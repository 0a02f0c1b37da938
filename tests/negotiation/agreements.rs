//! What two of ours come to, and what a peer's answer leaves of our offer.

use super::fixtures::*;
use roomrtc_core::codec::h264::PacketizationMode;
use roomrtc_core::negotiation::{DtlsRole, SignalingState};
use roomrtc_core::sdp::{Direction, SessionDescription};

#[test]
fn two_of_ours_agree_on_mirrored_terms() {
    let (mut alice, mut bob) = (negotiator_of(1, 1), negotiator_of(1, 2));
    let (ours, theirs) =
        agree((&mut alice, &transport("alice", 0)), (&mut bob, &transport("bob", 0)));
    let (a, b) = (ours.transport.expect("a transport"), theirs.transport.expect("a transport"));
    assert_eq!((a.dtls_role, b.dtls_role), (DtlsRole::Server, DtlsRole::Client));
    assert_eq!(a.remote_credentials, transport("bob", 0).credentials);
    assert_eq!(b.remote_fingerprints, transport("alice", 0).fingerprints);
    assert_eq!(a.remote_candidates, transport("bob", 0).candidates);
    assert!(a.is_remote_trickling && !a.is_remote_lite && !a.is_ice_restart);
    let (a, b) = (&ours.media[0], &theirs.media[0]);
    assert_eq!(a.codecs, b.codecs);
    assert_eq!(a.codecs.len(), 6);
    assert_eq!((a.direction, b.direction), (Direction::SendReceive, Direction::SendReceive));
    assert_eq!(a.extensions, b.extensions);
    assert_eq!(a.remote_sources[0].cname.as_deref(), Some("cname"));
    assert_eq!(alice.state(), SignalingState::Stable);
}

#[test]
fn directions_are_what_both_want() {
    for ours in Direction::ALL {
        for theirs in Direction::ALL {
            let (mut alice, mut bob) = (negotiator_of(1, 1), negotiator_of(1, 2));
            alice.set_direction(0, ours);
            bob.set_direction(0, theirs);
            let (a, b) = agree((&mut alice, &trickling("alice")), (&mut bob, &trickling("bob")));
            assert_eq!(a.media[0].direction, ours.and(theirs.reversed()));
            assert_eq!(b.media[0].direction, a.media[0].direction.reversed());
            let announced = usize::from(a.media[0].direction.receives());
            assert_eq!(a.media[0].remote_sources.len(), announced);
        }
    }
}

#[test]
fn several_sections_share_one_transport() {
    let (mut alice, mut bob) = (negotiator_of(3, 1), negotiator_of(2, 2));
    let (ours, theirs) = agree((&mut alice, &trickling("alice")), (&mut bob, &trickling("bob")));
    let carried = |agreement: &roomrtc_core::negotiation::Agreement| {
        agreement.media.iter().map(|media| media.media).collect::<Vec<_>>()
    };
    assert_eq!(carried(&ours), [Some(0), Some(1), None]);
    assert_eq!(carried(&theirs), [Some(0), Some(1), None]);
    assert_eq!(alice.transport_section(), Some((0, Some("0"))));
}

/// Our offer, and our answer to it as another's, with some text replaced.
fn answer_with(
    from: &str,
    to: &str,
) -> (roomrtc_core::negotiation::Negotiator, SessionDescription) {
    let (mut alice, mut bob) = (negotiator_of(1, 1), negotiator_of(1, 2));
    let offer = alice.create_offer(&trickling("alice")).expect("an offer");
    bob.apply_offer(&offer).expect("an acceptable offer");
    let (answer, _) = bob.create_answer(&trickling("bob")).expect("an answer");
    assert!(answer.as_str().contains(from), "{from:?} is not in the answer");
    let text = answer.as_str().replace(from, to);
    (alice, text.parse().expect("a description"))
}

#[test]
fn an_answer_may_reject_our_section() {
    let (mut alice, answer) = answer_with("m=video 9 ", "m=video 0 ");
    let agreement = alice.apply_answer(&answer).expect("an acceptable answer");
    assert!(agreement.media[0].is_rejected() && agreement.transport.is_none());
    assert_eq!(alice.state(), SignalingState::Stable);
    let again = alice.create_offer(&trickling("alice")).expect("an offer");
    let section = again.media_at(0).expect("a section");
    assert_eq!((again.media().len(), section.port(), section.mid()), (1, 9, Some("1")));
}

#[test]
fn an_answer_may_use_other_payload_types() {
    let (mut alice, answer) = answer_with("96", "112");
    let agreement = alice.apply_answer(&answer).expect("an acceptable answer");
    let codec = &agreement.media[0].codecs[0];
    assert_eq!((codec.send_payload_type, codec.receive_payload_type), (112, 96));
}

#[test]
fn what_an_answer_leaves_out_is_received_all_the_same() {
    let (mut alice, answer) = answer_with("SAVPF 96 97 ", "SAVPF 97 ");
    let media = &alice.apply_answer(&answer).expect("an acceptable answer").media[0];
    assert!(media.codecs.iter().all(|codec| codec.receive_payload_type != 96));
    assert_eq!(media.unanswered, [(96, PacketizationMode::NonInterleaved)]);
}

#[test]
fn an_answer_may_leave_out_groups_tags_and_extensions() {
    for line in ["a=group:BUNDLE 0\r\n", "a=mid:0\r\n", "a=rtcp-rsize\r\n"] {
        let (mut alice, answer) = answer_with(line, "");
        let agreement = alice.apply_answer(&answer).expect("an acceptable answer");
        assert_eq!(agreement.media[0].media, Some(0), "{line}");
        assert_eq!(agreement.media[0].has_rtcp_reduced_size, !line.contains("rsize"));
    }
    let (mut alice, answer) = answer_with("a=extmap:1 urn", "a=extmap:2 urn");
    let agreement = alice.apply_answer(&answer).expect("an acceptable answer");
    assert!(agreement.media[0].extensions.is_empty());
}

#[test]
fn feedback_is_what_both_take() {
    let (mut alice, answer) = answer_with("a=rtcp-fb:96 nack pli\r\n", "");
    let agreement = alice.apply_answer(&answer).expect("an acceptable answer");
    let feedback = agreement.media[0].codecs[0].feedback;
    assert!(!feedback.picture_loss_indication && feedback.full_intra_request);
}

#[test]
fn candidates_of_rejected_sections_are_not_taken() {
    let mut negotiator = negotiator();
    assert!(!negotiator.takes_candidate_of(Some("1"), None));
    negotiator.apply_offer(&description(THREE_SECTIONS)).expect("an acceptable offer");
    for _ in ["waiting", "answered"] {
        assert!(negotiator.takes_candidate_of(Some("1"), Some(0)));
        assert!(negotiator.takes_candidate_of(None, Some(1)));
        assert!(negotiator.takes_candidate_of(None, None));
        assert!(!negotiator.takes_candidate_of(Some("0"), Some(1)));
        assert!(!negotiator.takes_candidate_of(Some("x"), Some(1)));
        assert!(!negotiator.takes_candidate_of(None, Some(2)));
        assert_eq!(negotiator.transport_section(), Some((1, Some("1"))));
        let _ = negotiator.create_answer(&trickling("bob"));
    }
}

#[test]
fn candidates_of_the_group_s_first_section_are_taken_for_bundle_only_ones() {
    let data = BUNDLE_ONLY.replace("audio 9 UDP/TLS/RTP/SAVPF", "application 9 UDP/DTLS/SCTP");
    for (offer, tagged) in [(BUNDLE_ONLY, 0), (data.as_str(), 1)] {
        let mut negotiator = negotiator();
        negotiator.apply_offer(&description(offer)).expect("an acceptable offer");
        let (_, agreement) = negotiator.create_answer(&trickling("bob")).expect("an answer");
        let transport = agreement.transport.expect("a transport");
        assert_eq!((transport.section, transport.candidate_section), (tagged, 0));
        assert_eq!(transport.remote_candidates.len(), 1);
        assert!(negotiator.takes_candidate_of(Some("a"), None));
    }
}
