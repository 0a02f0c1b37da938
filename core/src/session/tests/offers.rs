//! Offers after the first.

use super::Pair;
use super::pair::attribute;
use crate::negotiation::SignalingState;
use crate::session::{Command, CommandError, DescriptionKind, Event};

/// A description with the port of its video at zero, and no group.
fn disabled((kind, sdp): (DescriptionKind, String)) -> (DescriptionKind, String) {
    let change = |line: &str| match line.split_once(' ') {
        Some(("m=video", rest)) => {
            let (_, rest) = rest.split_once(' ').expect("a port");
            format!("m=video 0 {rest}\r\n")
        }
        _ if line.starts_with("a=group") => String::new(),
        _ => format!("{line}\r\n"),
    };
    (kind, sdp.lines().map(change).collect())
}

#[test]
fn offers_may_follow_each_other_from_either_side() {
    let mut pair = Pair::connected();
    let mut versions = Vec::new();
    for side in [0, 0, 1, 1, 0] {
        pair.must(side, Command::CreateOffer);
        let offer = pair.description(side);
        versions.push(offer.1.lines().nth(1).map(str::to_owned));
        assert_eq!(attribute(&offer.1, "setup"), Some("actpass"));
        pair.give(1 - side, &offer).expect("fits");
        pair.carry();
        pair.assert_video_runs();
    }
    versions.sort();
    versions.dedup();
    assert_eq!(versions.len(), 5, "each has a version of its own");
}

#[test]
fn an_answer_twice_is_refused_and_an_offer_twice_is_answered_twice() {
    let mut pair = Pair::connected();
    pair.must(0, Command::CreateOffer);
    let offer = pair.description(0);
    pair.give(1, &offer).expect("fits");
    pair.give(1, &offer).expect("fits again");
    let (first, second) = (pair.description(1), pair.description(1));
    pair.give(0, &second).expect("fits");
    let refused = CommandError::UnexpectedAnswer(SignalingState::Stable);
    assert_eq!(pair.give(0, &first), Err(refused));
    pair.assert_video_runs();
}

#[test]
fn offers_may_come_while_the_first_handshake_runs() {
    for side in 0..2 {
        let mut pair = Pair::new();
        pair.must(0, Command::CreateOffer);
        pair.carry();
        for _ in 0..6 {
            pair.run(15);
            pair.must(side, Command::CreateOffer);
            pair.carry();
        }
        pair.run(1_000);
        assert_eq!(pair.events[0].iter().filter(|it| **it == Event::Connected).count(), 1);
        pair.assert_video_runs();
    }
}

#[test]
fn another_certificate_is_refused_and_the_call_goes_on() {
    let mut pair = Pair::connected();
    pair.must(0, Command::CreateOffer);
    let (kind, sdp) = pair.description(0);
    let fingerprint = attribute(&sdp, "fingerprint").expect("one").to_owned();
    let other: String = fingerprint.chars().rev().collect();
    let other = format!("sha-256 {}", other.split_once(' ').expect("a digest").0);
    let refused = pair.give(1, &(kind, sdp.replace(&fingerprint, &other))).expect_err("another");
    assert!(refused.to_string().contains("a new DTLS association"), "{refused}");
    pair.assert_video_runs();
    pair.give(1, &(kind, sdp)).expect("the right one");
    pair.carry();
    pair.assert_video_runs();
}

#[test]
fn credentials_that_no_check_can_carry_are_refused_before_anything_changes() {
    let mut pair = Pair::connected();
    pair.must(0, Command::CreateOffer);
    let (kind, sdp) = pair.description(0);
    let fragment = attribute(&sdp, "ice-ufrag").expect("one").to_owned();
    let refused = pair.give(1, &(kind, sdp.replace(&fragment, "a:b:c:d"))).expect_err("odd");
    assert!(refused.to_string().contains("characters"), "{refused}");
    assert!(pair.told[1].is_empty());
    pair.give(1, &(kind, sdp)).expect("fits");
    pair.carry();
    pair.assert_video_runs();
}

#[test]
fn an_answer_in_another_order_changes_the_payload_type_in_mid_stream() {
    let mut pair = Pair::connected();
    let former = *pair.media[0].last().expect("media");
    pair.must(0, Command::CreateOffer);
    let offer = pair.description(0);
    pair.give(1, &offer).expect("fits");
    let (kind, sdp) = pair.description(1);
    let line = sdp.lines().find(|line| line.starts_with("m=video")).expect("video").to_owned();
    let mut words: Vec<&str> = line.split(' ').collect();
    // The second of the formats in packetization mode 1, which is the third of all.
    words.swap(3, 5);
    let asked = pair.events[0].len();
    pair.give(0, &(kind, sdp.replace(&line, &words.join(" ")))).expect("fits");
    pair.run(1_000);
    assert_ne!(*pair.media[0].last().expect("media"), former);
    assert!(pair.events[0][asked..].contains(&Event::KeyFrameRequested { media: 0 }));
    pair.assert_video_runs();
    let dropped = pair.peers[1].statistics().dropped;
    assert!(!dropped.keys().any(|reason| reason.contains("payload_type")), "{dropped:?}");
}

#[test]
fn sections_that_are_added_are_refused_and_the_video_runs_on() {
    let mut pair = Pair::connected();
    pair.must(0, Command::CreateOffer);
    let (kind, sdp) = pair.description(0);
    let more = "m=audio 9 UDP/TLS/RTP/SAVPF 111\r\nc=IN IP4 0.0.0.0\r\na=mid:7\r\na=sendrecv\r\n\
                a=rtcp-mux\r\na=rtpmap:111 opus/48000/2\r\n\
                m=application 9 UDP/DTLS/SCTP webrtc-datachannel\r\nc=IN IP4 0.0.0.0\r\n\
                a=mid:8\r\na=sctp-port:5000\r\n";
    let sdp = sdp.replace("BUNDLE 0", "BUNDLE 0 7 8") + more;
    pair.give(1, &(kind, sdp)).expect("fits");
    let (_, answer) = pair.description(1);
    let ports: Vec<bool> = answer
        .lines()
        .filter_map(|line| line.strip_prefix("m=")?.split(' ').nth(1))
        .map(|port| port != "0")
        .collect();
    assert_eq!(ports, [true, false, false]);
    pair.assert_video_runs();
    // The next offer of this side keeps the places.
    pair.must(1, Command::CreateOffer);
    let (_, offer) = pair.description(1);
    assert_eq!(offer.matches("\r\nm=").count(), 3);
}

#[test]
fn video_that_was_removed_comes_back_over_a_transport_of_its_own() {
    let mut pair = Pair::connected();
    let ssrc = pair.peers[0].statistics().media[0].sender.expect("sends").ssrc;
    pair.must(0, Command::CreateOffer);
    let removed = disabled(pair.description(0));
    pair.give(1, &removed).expect("fits");
    pair.carry();
    pair.run(1_000);
    assert!(pair.peers.iter().all(|peer| peer.statistics().selected_pair.is_none()));
    pair.must(1, Command::CreateOffer);
    let offer = pair.description(1);
    assert_ne!(attribute(&offer.1, "mid"), Some("0"));
    pair.give(0, &offer).expect("fits");
    let answer = pair.description(0);
    let named = attribute(&answer.1, "ssrc").and_then(|line| line.split(' ').next());
    pair.give(1, &answer).expect("fits");
    pair.carry();
    pair.run(1_000);
    let again = pair.peers[0].statistics().media[0].sender.expect("sends").ssrc;
    assert_ne!(again, ssrc, "a source that has said goodbye does not come back");
    assert_eq!(named, Some(again.to_string().as_str()));
    pair.assert_video_runs();
}
