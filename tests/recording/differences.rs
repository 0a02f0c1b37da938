//! A planted difference is found, and where it is.

use std::time::Duration;

use roomrtc_core::session::{PacketKind, PeerConfig};
use roomrtc_core::srtp::SrtpProfile;
use roomrtc_sim::recording::{
    Difference, Disclosure, RecordedInput, RecordedSession, Recording, Replay, ReplayOutcome,
};

use super::files::{find, flip, short_call};

fn difference(session: &RecordedSession<'_>) -> Difference {
    match Replay::new(session).finish() {
        ReplayOutcome::Different(difference) => difference,
        other => panic!("{other:?}"),
    }
}

/// The first step whose input is such a datagram, and the datagram; its session's first outputs
/// then are not empty.
fn first_answered(file: &[u8], kind: PacketKind) -> (u64, Vec<u8>) {
    let recording = Recording::read(file).expect("a recording");
    let mut replay = Replay::new(&recording.sessions[0]);
    loop {
        let step = replay.next_step().expect("one such");
        if let RecordedInput::Datagram { payload, .. } = step.input
            && PacketKind::of(&payload) == Some(kind)
            && !step.transmits.is_empty()
        {
            return (step.number, payload);
        }
    }
}

#[test]
fn a_byte_of_an_input_is_found_at_that_input() {
    for disclosure in Disclosure::ALL {
        let file = short_call(disclosure);
        for kind in [PacketKind::Stun, PacketKind::Dtls] {
            let (number, payload) = first_answered(&file, kind);
            // So much of a certificate is no other's.
            let part = &payload[..payload.len().min(120)];
            let start = find(&file, part).expect("it is in the file");
            let forged = flip(&file, start + 30, 0x10);
            let recording = Recording::read(&forged).expect("a recording");
            let found = difference(&recording.sessions[0]);
            assert_eq!((found.step, found.input), (number, "datagram"), "{kind:?}: {found}");
        }
    }
}

#[test]
fn a_word_of_a_description_is_found_where_it_first_matters() {
    let file = short_call(Disclosure::Structure);
    // The caller's own recording has what the called answered; an attribute is renamed.
    let start = find(&file, b"a=ice-ufrag:").expect("a description");
    let recording = Recording::read(&file).expect("a recording");
    let described = recording.sessions.iter().find_map(|session| {
        let mut replay = Replay::new(session);
        while let Some(step) = replay.next_step() {
            if let RecordedInput::SetRemoteDescription { sdp, .. } = &step.input
                && find(&file, sdp.as_bytes()).is_some_and(|at| at <= start)
            {
                return Some((session.number, step.number));
            }
        }
        None
    });
    let (number, step) = described.expect("the first description in the file");
    let forged = flip(&file, start + 2, 0x01);
    let recording = Recording::read(&forged).expect("a recording");
    let session = recording.sessions.iter().find(|session| session.number == number);
    let found = difference(session.expect("the same"));
    assert_eq!((found.step, found.input), (step, "set-remote-description"), "{found}");
}

#[test]
fn a_changed_setting_is_found() {
    let file = short_call(Disclosure::Structure);
    let recording = Recording::read(&file).expect("a recording");
    let changes: [fn(PeerConfig) -> PeerConfig; 5] = [
        |config| PeerConfig { largest_datagram: 500, ..config },
        |config| PeerConfig { unix_time: config.unix_time + Duration::from_secs(1), ..config },
        |config| PeerConfig { jitter_floor: Duration::from_millis(80), ..config },
        |config| PeerConfig { ice_lite: true, ..config },
        |config| PeerConfig { srtp_profiles: vec![SrtpProfile::Aes128CmHmacSha1_80], ..config },
    ];
    for (number, change) in changes.into_iter().enumerate() {
        let outcomes = recording.sessions.iter().map(|it| Replay::changed(it, change).finish());
        let is_found = |outcome| matches!(outcome, ReplayOutcome::Different(_));
        assert!(outcomes.into_iter().any(is_found), "{number}");
    }
    let same = Replay::changed(&recording.sessions[0], |config| config).finish();
    assert_eq!(same, ReplayOutcome::Same);
}

#[test]
fn sent_media_is_compared_before_it_is_encrypted() {
    let file = short_call(Disclosure::Media);
    let recording = Recording::read(&file).expect("a recording");
    let mut replay = Replay::new(&recording.sessions[0]);
    let (number, data) = loop {
        let step = replay.next_step().expect("a frame");
        if let RecordedInput::SendFrame { data, .. } = step.input {
            break (step.number, data);
        }
    };
    let start = find(&file, &data[data.len() - 200..]).expect("it is in the file");
    let forged = flip(&file, start + 100, 0x10);
    let recording = Recording::read(&forged).expect("a recording");
    let found = difference(&recording.sessions[0]);
    assert_eq!(found.step, number, "{found}");
    assert!(found.detail.contains("before it is encrypted"), "{found}");
}
