//! Video both ways, checked frame by frame.

use serde_json::Value;

use super::aiortc::record;
use super::{Aiortc, PythonCall};

/// That every picture has a code, and each the one after the last: nothing lost, nothing twice.
#[track_caller]
fn assert_without_gap(numbers: &[Option<u64>], at_least: usize) {
    assert!(numbers.len() >= at_least, "{} pictures", numbers.len());
    let read: Vec<u64> = numbers.iter().map(|number| number.expect("a code")).collect();
    assert!(read.windows(2).all(|pair| pair[1] == pair[0] + 1), "{read:?}");
}

/// What we decoded of theirs, and they of ours, of a call that ends here.
pub(super) fn check_pictures(mut call: PythonCall) {
    call.take_frames();
    let sent = call.ask(0, "sent", "sent").as_u64().expect("a number");
    let theirs: Vec<Option<u64>> = call.seen.iter().map(|(number, ..)| *number).collect();
    assert!(call.seen.iter().all(|(_, width, height)| (*width, *height) == (640, 360)));
    assert_without_gap(&theirs, 30);
    let (report, frames) = call.hang_up();
    let ours: Vec<Option<u64>> = frames.iter().map(|frame| frame["frame"].as_u64()).collect();
    assert_without_gap(&ours, 30);
    assert!(ours.last() <= Some(&Some(sent + 30)), "{sent} were sent");
    let size = |frame: &Value| [&frame["width"], &frame["height"]].map(Value::as_u64);
    assert!(frames.iter().all(|frame| size(frame) == [Some(640), Some(360)]));
    assert_eq!(report["frames"]["lost"], 0, "{report:#}");
}

fn check(theirs: &[&str], ours: &[&str], row: &str) {
    let Some(aiortc) = Aiortc::find() else { return };
    let call = PythonCall::connect(&aiortc, theirs, ours, 60);
    assert!(call.has_state("connected"));
    // aiortc tells no candidate apart from its description.
    assert_eq!(call.carried[0].len(), 1, "{:#?}", call.carried[0]);
    check_pictures(call);
    record(row);
}

#[test]
fn it_offers_and_we_answer() {
    check(&["offer"], &[], "video both ways, it offers");
}

#[test]
fn we_offer_and_it_answers() {
    check(&["answer"], &[], "video both ways, we offer");
}

#[test]
fn without_trickle() {
    check(&["offer"], &["--no-trickle"], "without trickle, it offers");
    check(&["answer"], &["--no-trickle"], "without trickle, we offer");
}

#[test]
fn a_lite_agent_calls_and_is_called() {
    check(&["offer"], &["--ice-lite", "--no-trickle"], "we are a lite agent");
    check(&["answer"], &["--ice-lite", "--no-trickle"], "we are a lite agent");
}

/// All that aiortc has: packetization mode 1 of these two. It encodes both as baseline.
#[test]
fn each_of_its_profiles_runs_both_ways() {
    let Some(aiortc) = Aiortc::find() else { return };
    for profile in ["42001f", "42e01f"] {
        for role in ["offer", "answer"] {
            let theirs = [role, "video", "--profile", profile];
            let call = PythonCall::connect(&aiortc, &theirs, &[], 40);
            let is_agreed = |line: &Value| {
                line["sdp"].as_str().is_some_and(|sdp| {
                    sdp.contains(&format!("profile-level-id={profile}"))
                        && sdp.matches("packetization-mode=1").count() == 1
                })
            };
            let answer = if role == "offer" { &call.carried[1] } else { &call.carried[0] };
            assert!(is_agreed(&answer[0]), "{answer:#?}");
            check_pictures(call);
        }
        record(&format!("H.264 {profile}, packetization mode 1"));
    }
}

#[test]
fn its_audio_and_data_are_refused_while_video_runs() {
    let Some(aiortc) = Aiortc::find() else { return };
    for sections in [
        &["video", "audio"][..],
        &["audio", "video"],
        &["video", "audio", "data"],
        &["audio", "video", "data"],
    ] {
        let theirs = [&["offer"], sections].concat();
        let call = PythonCall::connect(&aiortc, &theirs, &[], 40);
        let answer = call.carried[1][0]["sdp"].as_str().expect("an answer");
        let lines = answer.lines().filter_map(|line| line.strip_prefix("m="));
        let kinds: Vec<(&str, bool)> = lines
            .filter_map(|line| line.split_once(' '))
            .map(|(kind, rest)| (kind, rest.starts_with("0 ")))
            .collect();
        let expected = sections.iter().map(|section| match *section {
            "data" => ("application", true),
            kind => (kind, kind == "audio"),
        });
        assert!(kinds.iter().copied().eq(expected), "{answer}");
        check_pictures(call);
    }
    record("its audio and data refused");
}
