//! Reports of a real call, opened, replayed and searched.

use std::path::Path;

use roomrtc_sim::recording::{Recording, ReplayOutcome, Retrace};
use roomrtc_sim::trace::TraceLevel;

use super::testing::Reporter;
use crate::archive::tests::unpacked;
use crate::desktop::Action;

fn holds(bytes: &[u8], text: &str) -> bool {
    bytes.windows(text.len()).any(|window| window == text.as_bytes())
}

/// Calls the echo contact and reports, once in the call and once after it.
fn call_and_report(me: &mut Reporter, [during, after]: [&Path; 2]) {
    me.act(Action::TryItHere);
    me.until(|me| me.desktop.lobby.people.iter().any(|person| person.is_echo));
    me.act(Action::Invite);
    let invited =
        |me: &Reporter| me.desktop.account.as_ref().is_some_and(|it| it.invitation.is_some());
    me.until(invited);
    me.act(Action::Call("echo".into()));
    me.until(|me| {
        let statistics = me.desktop.call.as_ref().and_then(|call| call.statistics.as_ref());
        let inbound = statistics.and_then(|statistics| statistics.inbound.as_ref());
        inbound.is_some_and(|inbound| inbound.frames_decoded > 60)
    });
    me.report(during);
    me.act(Action::HangUp);
    me.until(|me| me.desktop.call.is_none());
    me.report(after);
    me.act(Action::CloseWindow);
    me.until(|me| me.is_closed);
}

/// The recording is done again with the same outcome, to its end or as far as it was written.
fn assert_replays(bytes: &[u8], expected: &ReplayOutcome) {
    let recording = Recording::read(bytes).expect("a recording");
    let retraced = Retrace::new(&recording, TraceLevel::Events).finish();
    assert_eq!(retraced.outcomes, std::slice::from_ref(expected));
    assert!(retraced.steps[0] > 100, "{:?}", retraced.steps);
}

#[test]
fn a_report_of_a_real_call_can_be_replayed_and_has_no_secret() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut me = Reporter::new(&folder.path().join("kept"));
    let paths = ["during.zip", "after.zip"].map(|name| folder.path().join(name));
    call_and_report(&mut me, [&paths[0], &paths[1]]);
    me.remember_keys(&folder.path().join("kept"));
    assert!(me.secrets.len() >= 5, "a password, a token, a code and two keys");
    for (path, outcome) in paths.iter().zip([ReplayOutcome::SameSoFar, ReplayOutcome::Same]) {
        let files = unpacked(path);
        for (name, bytes) in &files {
            let found = me.secrets.iter().position(|secret| holds(bytes, secret));
            assert_eq!(found, None, "the secret of this number is in {name}");
            let is_recording = name == "last.call";
            assert!(is_recording || !holds(bytes, "ice-pwd"), "{name}");
        }
        assert_replays(&files["last.call"], &outcome);
        let statistics = String::from_utf8_lossy(&files["statistics.json"]);
        assert!(statistics.contains("\"framesDecoded\""), "{statistics}");
        assert!(holds(&files["log.txt"], " roomrtc"), "the log of the call is there");
        assert!(files.contains_key("earlier-logs/roomrtc.log"));
    }
}
