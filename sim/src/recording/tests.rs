//! Two recorded sessions joined by memory.

use std::net::SocketAddr;

use roomrtc_core::base::{Seed, Time};
use roomrtc_core::session::{
    CandidateInit, Command, Datagram, Event, Input, OutgoingFrame, PeerConfig,
};
use roomrtc_core::srtp::SrtpProfile;

use super::*;
use crate::report::capture::write_capture;
use crate::trace::TraceLevel;

fn address(side: usize) -> SocketAddr {
    SocketAddr::from(([192, 0, 2, 1 + side as u8], 4_000))
}

/// What the frames of a side carry.
fn frame(number: u8) -> Vec<u8> {
    let sets = [0, 0, 0, 1, 0x67, 66, 224, 31, 9, 0, 0, 0, 1, 0x68, 9];
    [&sets[..], &[0, 0, 0, 1, 0x65], &[number; 3_000]].concat()
}

fn peer(side: usize, disclosure: Disclosure, profile: SrtpProfile) -> RecordedPeer {
    let config = PeerConfig { srtp_profiles: vec![profile], ..PeerConfig::default() };
    let (number, seed) = (side as u16, Seed::from_u64(40 + side as u64));
    RecordedPeer::recorded(number, "side", disclosure, config, seed, Time::ZERO)
}

/// A call of some frames each way, and its two recordings as one file.
fn record(disclosure: Disclosure, profile: SrtpProfile) -> Vec<u8> {
    record_in_turns(disclosure, profile, usize::MAX)
}

/// The same where each side takes out no more than so many transmits at a time, as over a socket
/// that is full.
fn record_in_turns(disclosure: Disclosure, profile: SrtpProfile, most: usize) -> Vec<u8> {
    let mut peers = [0, 1].map(|side| peer(side, disclosure, profile));
    let (mut file, mut now, mut sent) = (Recording::header(), Time::ZERO, 0);
    begin(&mut peers);
    while now < Time::from_secs(4) {
        for side in [0, 1] {
            serve(&mut peers, side, now, most);
            file.extend(peers[side].take_chunks().unwrap_or_default());
        }
        let next = peers.iter().filter_map(|peer| peer.deadline()).map(|it| it.at).min();
        now = next.unwrap_or(now).clamp(now, now + std::time::Duration::from_millis(20));
        now += std::time::Duration::from_nanos(1);
        for (side, peer) in peers.iter_mut().enumerate() {
            let _ = peer.handle(now, Input::Tick);
            if now > Time::from_secs(2) && sent < 60 {
                sent += 1;
                send_frame(peer, now, sent * 1_500, 10 + side as u8);
            }
        }
    }
    for peer in &mut peers {
        assert!(peer.statistics().media[0].receiver.is_some_and(|it| it.frames_received > 20));
        file.extend(peer.finish().expect("recorded"));
    }
    file
}

fn send_frame(peer: &mut RecordedPeer, now: Time, timestamp: u32, number: u8) {
    let frame = OutgoingFrame { media: 0, timestamp, data: &frame(number) };
    peer.handle(now, Input::Command(Command::SendFrame(frame))).expect("connected");
}

fn begin(peers: &mut [RecordedPeer; 2]) {
    for (side, peer) in peers.iter_mut().enumerate() {
        let name = Command::NameLocalAddress { address: address(side).ip(), name: name(side) };
        let added = Command::AddLocalAddress(address(side));
        let commands = [name, added, Command::EndOfLocalAddresses];
        for command in commands {
            peer.handle(Time::ZERO, Input::Command(command)).expect("open");
        }
    }
    peers[0].handle(Time::ZERO, Input::Command(Command::CreateOffer)).expect("open");
}

/// The name that stands for a side's address.
fn name(side: usize) -> String {
    format!("side{side}.local")
}

/// Gives a candidate of the other side back with its address.
fn resolve(peer: &mut RecordedPeer, side: usize, now: Time, init: &CandidateInit) {
    let found = address(1 - side).ip().to_string();
    let candidate = init.candidate.replace(&name(1 - side), &found);
    let resolved = Command::AddRemoteCandidate(CandidateInit { candidate, ..init.clone() });
    peer.handle(now, Input::Command(resolved)).expect("fits");
}

/// Carries what one side tells and sends to the other.
fn serve(peers: &mut [RecordedPeer; 2], side: usize, now: Time, most: usize) {
    while let Some(event) = peers[side].poll_event() {
        let command = match &event {
            Event::LocalDescription { kind, sdp } => {
                Command::SetRemoteDescription { kind: *kind, sdp }
            }
            Event::LocalCandidate(init) => Command::AddRemoteCandidate(init.clone()),
            Event::UnresolvedCandidate(init) => {
                resolve(&mut peers[side], side, now, init);
                continue;
            }
            _ => continue,
        };
        peers[1 - side].handle(now, Input::Command(command)).expect("fits");
    }
    let mut bytes = Vec::new();
    while peers[side].poll_frame(&mut bytes).is_some() {}
    bytes.clear();
    for _ in 0..most {
        let Some(transmit) = peers[side].poll_transmit(&mut bytes) else { break };
        for payload in bytes.chunks(transmit.segment_size.unwrap_or(bytes.len()).max(1)) {
            let (local, remote) = (transmit.destination, transmit.local);
            let datagram = Datagram { local, remote, ecn: 0, payload };
            let _ = peers[1 - side].handle(now, Input::Datagram(datagram));
        }
        bytes.clear();
    }
}

fn outcomes(file: &[u8]) -> Vec<ReplayOutcome> {
    let recording = Recording::read(file).expect("a recording");
    assert_eq!(recording.damage, None);
    recording.sessions.iter().map(|session| Replay::new(session).finish()).collect()
}

#[test]
fn every_recording_replays_the_same() {
    for disclosure in Disclosure::ALL {
        for profile in SrtpProfile::ALL {
            let file = record(disclosure, profile);
            let same = [ReplayOutcome::Same, ReplayOutcome::Same];
            assert_eq!(outcomes(&file), same, "{disclosure:?} {profile:?}");
        }
    }
}

#[test]
fn the_order_of_inputs_and_polls_is_kept() {
    for most in [1, 2] {
        let file = record_in_turns(Disclosure::Keys, SrtpProfile::AeadAes128Gcm, most);
        assert_eq!(outcomes(&file), [ReplayOutcome::Same, ReplayOutcome::Same], "{most}");
    }
}

#[test]
fn a_trace_joins_both_ends() {
    let file = record(Disclosure::Keys, SrtpProfile::AeadAes128Gcm);
    let recording = Recording::read(&file).expect("a recording");
    let retraced = Retrace::new(&recording, TraceLevel::Packets).finish();
    assert_eq!(retraced.outcomes, [ReplayOutcome::Same, ReplayOutcome::Same]);
    let hosts = retraced.trace.tally().hosts();
    assert_eq!(hosts.len(), 2, "everything that one received the other has sent");
    assert!(hosts.iter().all(|host| host.connected.is_some() && host.frames_received > 20));
    let mut capture = Vec::new();
    write_capture(&retraced.trace, &mut capture).expect("written");
    // What was plain before it was encrypted is plain again.
    assert!(capture.windows(40).any(|window| window == [10; 40]));
    let again = Retrace::new(&recording, TraceLevel::Hash).finish();
    assert_eq!(again.trace.hash(), retraced.trace.hash());
}

#[test]
fn one_end_alone_has_a_trace_too() {
    let file = record(Disclosure::Keys, SrtpProfile::Aes128CmHmacSha1_80);
    let mut recording = Recording::read(&file).expect("a recording");
    recording.sessions.truncate(1);
    let retraced = Retrace::new(&recording, TraceLevel::Packets).finish();
    let mut capture = Vec::new();
    write_capture(&retraced.trace, &mut capture).expect("written");
    for sent_by in [10, 11] {
        assert!(capture.windows(40).any(|window| window == [sent_by; 40]), "{sent_by}");
    }
}

#[test]
fn a_recording_holds_what_it_says() {
    let profile = SrtpProfile::AeadAes128Gcm;
    let has = |file: &[u8], part: &[u8]| file.windows(part.len()).any(|window| window == part);
    let secret = roomrtc_core::base::SessionSeed::from(Seed::from_u64(40)).secret;
    for disclosure in Disclosure::ALL {
        let file = record(disclosure, profile);
        assert_eq!(has(&file, &[10; 40]), disclosure.has_media(), "{disclosure:?}");
        assert_eq!(has(&file, &[11; 40]), disclosure.has_media(), "{disclosure:?}");
        assert_eq!(has(&file, secret.bytes()), disclosure.has_keys(), "{disclosure:?}");
    }
}

#[test]
fn a_changed_setting_is_found() {
    let file = record(Disclosure::Structure, SrtpProfile::AeadAes128Gcm);
    let recording = Recording::read(&file).expect("a recording");
    let change = |config| PeerConfig { largest_datagram: 700, ..config };
    let outcome = Replay::changed(&recording.sessions[0], change).finish();
    assert!(matches!(outcome, ReplayOutcome::Different(_)), "{outcome:?}");
}

#[test]
fn a_file_cut_off_replays_as_far_as_it_goes() {
    let file = record(Disclosure::Structure, SrtpProfile::AeadAes128Gcm);
    for part in 1..20 {
        let cut = &file[..file.len() * part / 20];
        let Ok(recording) = Recording::read(cut) else { continue };
        for session in &recording.sessions {
            let outcome = Replay::new(session).finish();
            let is_fine = matches!(outcome, ReplayOutcome::Same | ReplayOutcome::SameSoFar);
            assert!(is_fine, "{part}: {outcome:?}");
        }
    }
}
