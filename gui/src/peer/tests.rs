//! The script, step by step.

use std::time::Duration;

use roomrtc_core::base::Time;

use super::{PeerFailure, PeerScript};
use crate::cli::PeerRole;
use crate::client::{CallEnd, ClientEvent};
use crate::program::Script;

const OFFER: &str = r#"{"type":"offer","sdp":"v=0"}"#;
const ANSWER: &str = r#"{"type":"answer","sdp":"v=0"}"#;
const CANDIDATE: &str = r#"{"candidate":"candidate:1","sdpMid":"0"}"#;

fn steps(script: &mut PeerScript) -> Vec<String> {
    std::iter::from_fn(|| script.poll_step()).map(|step| format!("{step:?}")).collect()
}

fn script(role: PeerRole) -> PeerScript {
    let talk = Some(Duration::from_secs(2));
    let mut script = PeerScript::new(role, Duration::from_secs(600), talk);
    script.begin(Time::ZERO);
    steps(&mut script);
    script
}

fn line(script: &mut PeerScript, line: &str) -> Vec<String> {
    script.handle_line(Time::ZERO, line);
    steps(script)
}

fn event(script: &mut PeerScript, event: &ClientEvent) -> Vec<String> {
    script.handle_event(Time::ZERO, 0, event);
    steps(script)
}

/// The last step, which ends the program, and why.
fn end(script: &mut PeerScript) -> (String, Option<PeerFailure>) {
    (steps(script).pop().expect("an end"), script.failure())
}

#[test]
fn lines_that_make_no_sense_are_told_and_passed_over() {
    let mut script = script(PeerRole::Answer);
    for text in ["", "  ", "hello", ANSWER, OFFER] {
        script.handle_line(Time::ZERO, text);
    }
    let taken = steps(&mut script);
    assert_eq!(taken.len(), 3, "{taken:?}");
    assert!(taken[0].contains("this line is ignored"));
    assert!(taken[1].contains("an offer is awaited"));
    assert!(taken[2].contains("Describe"));
}

#[test]
fn several_values_are_done_in_their_order() {
    let mut script = script(PeerRole::Answer);
    let taken = line(&mut script, &format!("[{CANDIDATE},{OFFER}] {CANDIDATE} null"));
    let found: Vec<bool> = taken.iter().map(|step| step.contains("Describe")).collect();
    assert_eq!(found, [false, true, false]);
}

#[test]
fn the_end_of_candidates_is_told_at_the_last() {
    let mut script = script(PeerRole::Answer);
    let taken = line(&mut script, &format!("null {CANDIDATE} {OFFER}"));
    assert_eq!(taken.len(), 2, "{taken:?}");
    script.handle_end_of_input(Time::ZERO);
    let taken = steps(&mut script);
    assert!(taken[0].contains("candidate: \"\""), "{taken:?}");
}

#[test]
fn the_input_may_end_once_a_description_was_taken() {
    for role in [PeerRole::Offer, PeerRole::Answer] {
        let mut script = script(role);
        line(&mut script, if role == PeerRole::Offer { ANSWER } else { OFFER });
        script.handle_end_of_input(Time::ZERO);
        assert!(steps(&mut script).is_empty(), "it may yet be taken");
        assert!(event(&mut script, &ClientEvent::Agreed).is_empty());
    }
}

#[test]
fn without_a_description_the_end_of_the_input_is_the_end() {
    let mut early = script(PeerRole::Offer);
    early.handle_end_of_input(Time::ZERO);
    let (last, failure) = end(&mut early);
    assert!(last.contains("the input ended before an answer came"), "{last}");
    assert_eq!(failure, Some(PeerFailure::NoDescription));

    let mut refused = script(PeerRole::Offer);
    line(&mut refused, OFFER);
    refused.handle_end_of_input(Time::ZERO);
    let text = ClientEvent::DescriptionRefused("no".into());
    let taken = event(&mut refused, &text);
    assert!(taken[0].contains("Say(\"no\")") && taken[1].contains("started as `offer`"));
}

#[test]
fn a_value_that_never_ends_is_told_at_the_end_of_the_input() {
    let mut script = script(PeerRole::Answer);
    assert!(line(&mut script, "{\"type\":\"offer\",").is_empty());
    script.handle_end_of_input(Time::ZERO);
    assert!(steps(&mut script)[0].contains("this line is ignored: it is not JSON"));
}

#[test]
fn whoever_waits_in_vain_is_told_for_what() {
    let mut both_answer = script(PeerRole::Answer);
    assert_eq!(both_answer.deadline(), Some(Time::from_secs(600)));
    both_answer.handle_timeout(Time::from_secs(600));
    let (last, failure) = end(&mut both_answer);
    assert!(last.contains("after 600 seconds an offer has not come; if both"), "{last}");
    assert_eq!(failure, Some(PeerFailure::NoDescription));

    let mut agreed = script(PeerRole::Offer);
    event(&mut agreed, &ClientEvent::Agreed);
    agreed.handle_timeout(Time::from_secs(600));
    let (last, failure) = end(&mut agreed);
    assert!(last.contains("not connected after 600 seconds"), "{last}");
    assert_eq!(failure, Some(PeerFailure::NoWay));
}

#[test]
fn the_time_counts_from_the_connection() {
    let mut script = script(PeerRole::Offer);
    script.handle_event(Time::from_secs(60), 0, &ClientEvent::Connected);
    assert_eq!(script.deadline(), Some(Time::from_secs(62)));
    steps(&mut script);
    script.handle_timeout(Time::from_secs(62));
    assert!(steps(&mut script)[0].contains("HangUp"));
    script.handle_call_over(Time::from_secs(62), 0, &CallEnd::Here);
    assert_eq!(steps(&mut script), ["Finish(Ok(()))"]);
    assert_eq!(script.failure(), None);
}

#[test]
fn a_call_that_never_worked_is_a_failure_however_it_ended() {
    for (end, failure) in [
        (CallEnd::There, PeerFailure::EndedThere),
        (CallEnd::NoWay("nothing".into()), PeerFailure::NoWay),
        (CallEnd::WrongFingerprint, PeerFailure::WrongFingerprint),
    ] {
        let mut script = script(PeerRole::Answer);
        script.handle_call_over(Time::ZERO, 0, &end);
        assert!(steps(&mut script)[0].starts_with("Finish(Err("));
        assert_eq!(script.failure(), Some(failure));
    }
}

#[test]
fn a_connection_that_is_lost_is_a_failure_of_a_call_that_worked() {
    let mut script = script(PeerRole::Answer);
    event(&mut script, &ClientEvent::Connected);
    script.handle_call_over(Time::ZERO, 0, &CallEnd::Gone);
    assert_eq!(end(&mut script).1, Some(PeerFailure::Gone));
}

#[test]
fn commands_become_those_of_the_client() {
    let mut script = script(PeerRole::Offer);
    for (command, expected) in [
        (r#"{"command":"camera","on":false}"#, &["TurnCamera(false)"][..]),
        (r#"{"command":"key-frame"}"#, &["RequestKeyFrame"]),
        (r#"{"command":"statistics"}"#, &["Measure"]),
        (r#"{"command":"offer"}"#, &["Offer"]),
        (r#"{"command":"restart-ice"}"#, &["RestartIce", "Offer"]),
        (
            r#"{"command":"direction","direction":"recvonly"}"#,
            &["SetDirection(ReceiveOnly)", "Offer"],
        ),
        (r#"{"type":"rollback"}"#, &["Rollback"]),
    ] {
        let taken = line(&mut script, command);
        let wanted = expected.iter().map(|name| format!("command: {name} }}"));
        assert_eq!(taken.len(), expected.len(), "{taken:?}");
        assert!(taken.iter().zip(wanted).all(|(step, end)| step.ends_with(&end)), "{taken:?}");
    }
}

#[test]
fn an_answerer_s_direction_waits_for_the_offer() {
    let command = r#"{"command":"direction","direction":"sendonly"}"#;
    let mut script = script(PeerRole::Answer);
    assert_eq!(line(&mut script, command).len(), 1);
    line(&mut script, OFFER);
    event(&mut script, &ClientEvent::Agreed);
    assert_eq!(line(&mut script, command).len(), 2);
}

#[test]
fn hanging_up_ends_a_call_or_what_led_to_one() {
    let mut connected = script(PeerRole::Offer);
    event(&mut connected, &ClientEvent::Connected);
    assert!(line(&mut connected, r#"{"command":"hang-up"}"#)[0].contains("HangUp"));
    let mut before = script(PeerRole::Offer);
    before.interrupt(Time::ZERO);
    assert_eq!(end(&mut before).1, Some(PeerFailure::EndedHere));
}
