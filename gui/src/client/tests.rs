//! Clients joined by memory.

use roomrtc_sim::recording::{Disclosure, Recording, Replay, ReplayOutcome};

use super::memory_call::MemoryCall;
use super::{CallEnd, ClientCommand, ClientEvent};
use crate::recording::CallFile;

fn connected(no_trickle: bool) -> MemoryCall {
    let mut call = MemoryCall::new(no_trickle);
    call.command(0, ClientCommand::Offer);
    call.run_until(|call| call.is_connected(0) && call.is_connected(1));
    call
}

#[test]
fn a_call_carries_frames_and_ends_on_both_sides() {
    let mut call = connected(false);
    for number in 10..15 {
        call.send_frame(0, number);
        call.send_frame(1, 100 + number);
    }
    call.run_until(|call| call.frames.iter().all(|frames| frames.len() == 5));
    assert!(call.frames[1][2].data.ends_with(&[12; 3_000]));
    assert!(call.frames[0][4].data.ends_with(&[114; 3_000]));

    call.command(0, ClientCommand::HangUp);
    call.run_until(|call| call.ends.iter().all(|ends| !ends.is_empty()));
    assert_eq!(call.ends, [vec![CallEnd::Here], vec![CallEnd::There]]);
}

#[test]
fn nal_units_that_fit_no_packet_are_limited_where_each_is_a_packet() {
    let mut call = MemoryCall::new(false);
    call.change = |sdp| sdp.replace("packetization-mode=1", "packetization-mode=0");
    call.command(0, ClientCommand::Offer);
    call.run_until(|call| call.is_connected(0) && call.is_connected(1));
    call.send_frame(0, 10);
    call.run_until(|call| !call.limits[0].is_empty());
    assert!(call.limits[0][0] > 1_000 && call.limits[0][0] < 1_500, "{:?}", call.limits);
    assert!(call.limits[1].is_empty() && call.frames[1].is_empty());
}

#[test]
fn a_client_can_call_again() {
    let mut call = connected(false);
    call.command(1, ClientCommand::HangUp);
    call.run_until(|call| call.ends.iter().all(|ends| !ends.is_empty()));
    call.told = Default::default();
    call.command(1, ClientCommand::Offer);
    call.run_until(|call| call.is_connected(0) && call.is_connected(1));
    let seeds_differ = call.clients.iter().all(|client| client.calls_begun == 2);
    assert!(seeds_differ);
}

#[test]
fn without_trickle_no_candidate_travels_alone() {
    let call = connected(true);
    for told in &call.told {
        let descriptions: Vec<&String> = told
            .iter()
            .filter_map(|event| match event {
                ClientEvent::LocalDescription { sdp, .. } => Some(sdp),
                ClientEvent::LocalCandidate(candidate) => panic!("{candidate:?}"),
                _ => None,
            })
            .collect();
        assert_eq!(descriptions.len(), 1);
        assert!(descriptions[0].contains("a=candidate:"), "{}", descriptions[0]);
    }
}

#[test]
fn with_trickle_candidates_follow() {
    let call = connected(false);
    for told in &call.told {
        let kinds: Vec<&ClientEvent> = told.iter().take(3).collect();
        let [ClientEvent::LocalDescription { sdp, .. }, first, last] = kinds[..] else {
            panic!("{kinds:?}");
        };
        assert!(!sdp.contains("a=candidate:"), "{sdp}");
        let text = |event: &ClientEvent| match event {
            ClientEvent::LocalCandidate(candidate) => candidate.candidate.clone(),
            other => panic!("{other:?}"),
        };
        assert!(text(first).contains("192.0.2."));
        assert_eq!(text(last), "");
    }
}

#[test]
fn a_certificate_that_was_not_announced_ends_the_call() {
    let mut call = MemoryCall::new(false);
    call.change = |sdp| match sdp.split_once("fingerprint:sha-256 ") {
        Some((before, after)) => format!("{before}fingerprint:sha-256 00:00{}", &after[5..]),
        None => panic!("no fingerprint in {sdp}"),
    };
    call.command(0, ClientCommand::Offer);
    call.run_until(|call| call.ends.iter().all(|ends| !ends.is_empty()));
    let ends: Vec<&CallEnd> = call.ends.iter().flatten().collect();
    assert!(ends.contains(&&CallEnd::WrongFingerprint), "{ends:?}");
    assert!(!call.is_connected(0) && !call.is_connected(1));
}

#[test]
fn a_description_that_makes_no_sense_ends_the_call() {
    let mut call = MemoryCall::new(false);
    call.change = |_| "v=0\r\nnonsense\r\n".into();
    call.command(0, ClientCommand::Offer);
    call.run_until(|call| !call.ends[1].is_empty());
    assert!(matches!(call.ends[1][0], CallEnd::Description(_)), "{:?}", call.ends);
}

#[test]
fn a_recorded_call_replays_the_same() {
    let directory = tempfile::tempdir().expect("a directory");
    let path = directory.path().join("x.call");
    let file = CallFile::create(&path, Disclosure::Structure).expect("a file");
    let mut call = MemoryCall::new(false);
    for (client, name) in call.clients.iter_mut().zip(["alice", "bob"]) {
        client.settings.recording = Some(file.writer(name));
    }
    call.command(0, ClientCommand::Offer);
    call.run_until(|call| call.is_connected(0) && call.is_connected(1));
    call.send_frame(0, 77);
    call.run_until(|call| !call.frames[1].is_empty());
    call.command(1, ClientCommand::HangUp);
    call.run_until(|call| call.ends.iter().all(|ends| !ends.is_empty()));
    file.finish().expect("written");
    let bytes = std::fs::read(&path).expect("the file");
    assert!(!bytes.windows(40).any(|window| window == [77; 40]));
    let recording = Recording::read(&bytes).expect("a recording");
    assert_eq!(recording.sessions.len(), 2);
    for session in &recording.sessions {
        assert_eq!(Replay::new(session).finish(), ReplayOutcome::Same);
    }
}

#[test]
fn a_recording_that_ends_early_ends_no_call() {
    let directory = tempfile::tempdir().expect("a directory");
    let path = directory.path().join("x.call");
    let file = CallFile::create(&path, Disclosure::Structure).expect("a file");
    let mut call = MemoryCall::new(false);
    call.clients[0].settings.recording = Some(file.writer("alice"));
    file.finish().expect("written");
    call.command(0, ClientCommand::Offer);
    call.run_until(|call| call.is_connected(0) && call.is_connected(1));
    let is_fault = |event: &&ClientEvent| matches!(event, ClientEvent::RecordingFault(_));
    assert_eq!(call.told[0].iter().filter(is_fault).count(), 1);
}
