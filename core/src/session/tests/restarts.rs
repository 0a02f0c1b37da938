//! ICE restarts by offer and answer.

use super::Pair;
use crate::ice::ConnectionState;
use crate::session::{Command, DescriptionKind, Event};

/// Without its candidates.
fn bare((kind, sdp): (DescriptionKind, String)) -> (DescriptionKind, String) {
    let is_other = |line: &&str| !line.starts_with("a=candidate") && *line != "a=end-of-candidates";
    (kind, sdp.lines().filter(is_other).map(|line| format!("{line}\r\n")).collect())
}

fn states(pair: &Pair) -> [ConnectionState; 2] {
    pair.peers.each_ref().map(|peer| peer.statistics().ice_state)
}

#[test]
fn either_side_may_restart_and_no_frame_is_missed() {
    for offerer in 0..2 {
        let mut pair = Pair::connected();
        for _ in 0..3 {
            pair.offer_restart(offerer);
            // The old path carries on for as long as the answer takes.
            pair.assert_video_runs();
            assert_eq!(states(&pair), [ConnectionState::Completed; 2]);
            let offer = pair.description(offerer);
            pair.give(1 - offerer, &offer).expect("fits");
            pair.assert_video_runs();
            pair.carry();
            pair.assert_video_runs();
            assert_eq!(states(&pair), [ConnectionState::Completed; 2]);
        }
        let lost = |event: &Event| matches!(event, Event::IceDisconnected | Event::IceFailed);
        assert!(!pair.events.iter().flatten().any(lost));
        let asked = pair.frames.iter().map(|frames| frames.iter().filter(|key| **key).count());
        assert_eq!(asked.collect::<Vec<_>>(), [1, 1], "no key frame was needed");
    }
}

#[test]
fn checks_that_overtake_the_answer_count() {
    let mut pair = Pair::connected();
    pair.offer_restart(0);
    let offer = pair.description(0);
    pair.give(1, &offer).expect("fits");
    let answer = bare(pair.description(1));
    pair.told[1].clear();
    pair.run(1_000);
    // The answer names no candidate: only the checks that came before it do.
    pair.give(0, &answer).expect("fits");
    pair.run(2_000);
    assert_eq!(states(&pair), [ConnectionState::Completed; 2]);
    pair.assert_video_runs();
}

#[test]
fn candidates_may_overtake_the_description_of_their_credentials() {
    let mut pair = Pair::connected();
    pair.offer_restart(0);
    let offer = bare(pair.description(0));
    let candidate = crate::session::CandidateInit {
        candidate: "candidate:1 1 udp 2130706431 192.0.2.1 5000 typ host".into(),
        sdp_mid: Some("0".into()),
        sdp_mline_index: Some(0),
        username_fragment: super::pair::attribute(&offer.1, "ice-ufrag").map(str::to_owned),
    };
    pair.must(1, Command::AddRemoteCandidate(candidate));
    pair.give(1, &offer).expect("fits");
    let answer = bare(pair.description(1));
    pair.give(0, &answer).expect("fits");
    pair.run(2_000);
    assert_eq!(states(&pair), [ConnectionState::Completed; 2]);
    pair.assert_video_runs();
}

#[test]
fn a_restart_that_fails_leaves_the_old_path() {
    let mut pair = Pair::connected();
    pair.offer_restart(0);
    let offer = bare(pair.description(0));
    pair.give(1, &offer).expect("fits");
    let answer = bare(pair.description(1));
    pair.give(0, &answer).expect("fits");
    pair.told.iter_mut().for_each(|told| told.clear());
    pair.run(60_000);
    assert_eq!(states(&pair), [ConnectionState::Completed; 2]);
    let lost = |event: &Event| matches!(event, Event::IceDisconnected | Event::IceFailed);
    assert!(!pair.events.iter().flatten().any(lost), "{:?}", pair.events);
    pair.assert_video_runs();
    pair.offer_restart(1);
    pair.carry();
    pair.run(1_000);
    let selected = pair.peers.each_ref().map(|peer| peer.statistics().selected_pair);
    assert!(selected.iter().all(|pair| pair.is_some_and(|pair| pair.is_nominated)));
    pair.assert_video_runs();
}

#[test]
fn an_answer_with_other_credentials_than_before_is_followed() {
    let mut pair = Pair::connected();
    pair.must(0, Command::CreateOffer);
    let offer = pair.description(0);
    // Side 1 takes the offer for that of a restart, and answers with new credentials.
    pair.peers[1].ice.restart(pair.now);
    pair.give(1, &offer).expect("fits");
    pair.carry();
    pair.run(2_000);
    assert_eq!(states(&pair), [ConnectionState::Completed; 2]);
    pair.assert_video_runs();
}
