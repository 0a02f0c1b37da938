//! How `roomrtc peer` ends, and with which code.

use std::process::Command;

use super::peer_call::{PeerCall, peer};
use roomrtc_test_programs::RunningProgram;

fn signal(program: &RunningProgram, name: &str) {
    let number = program.id().to_string();
    let status = Command::new("kill").args([name, &number]).status().expect("kill runs");
    assert!(status.success());
}

/// Carries descriptions, and nothing that a way could be found by.
fn without_candidates(_end: usize, line: String) -> Vec<String> {
    if line.contains("\"sdp\"") { vec![line] } else { vec![] }
}

#[test]
fn a_signal_ends_it_in_every_phase() {
    for name in ["-INT", "-TERM"] {
        let mut waiting = peer(&["answer"]);
        waiting.write(r#"{"command":"statistics"}"#);
        waiting.output.recv().expect("statistics");
        let offering = peer(&["offer"]);
        offering.output.recv().expect("an offer");
        signal(&waiting, name);
        signal(&offering, name);
        assert_eq!((waiting.finish().0, offering.finish().0), (9, 9));

        let mut agreed = PeerCall::with_glue(&["offer"], &["answer"], without_candidates);
        agreed.until("answer", |call| call.written[1].iter().any(|line| line["type"] == "answer"));
        for end in &agreed.ends {
            signal(end, name);
        }
        assert_eq!(agreed.finish().map(|(code, _)| code), [9, 9]);

        let connected = PeerCall::connected(&["offer"], &["answer"]);
        signal(&connected.ends[1], name);
        assert_eq!(connected.finish().map(|(code, _)| code), [0, 0]);
    }
}

#[test]
fn two_that_both_wait_are_told_what_is_amiss() {
    let mut both = PeerCall::start(&["answer"], &["answer"]);
    both.ends.iter_mut().for_each(RunningProgram::end_input);
    for (code, said) in both.finish() {
        assert_eq!(code, 3, "{said}");
        assert!(said.contains("started as `answer`, start one as `offer`"), "{said}");
    }
    let (code, said) = peer(&["answer", "--patience", "0.3"]).finish();
    assert_eq!(code, 3, "{said}");
    assert!(said.contains("after 0.3 seconds an offer has not come"), "{said}");
}

#[test]
fn two_that_both_offer_are_told_what_is_amiss() {
    let mut both = PeerCall::start(&["offer"], &["offer"]);
    both.until_heard(0, "the other side's offer is ignored");
    both.until_heard(1, "the other side's offer is ignored");
    both.ends.iter_mut().for_each(RunningProgram::end_input);
    for (code, said) in both.finish() {
        assert_eq!(code, 3, "{said}");
        assert!(said.contains("started as `offer`, start one as `answer`"), "{said}");
    }
}

#[test]
fn the_end_of_the_input_during_the_handshake_and_after_it_is_none() {
    let mut call = PeerCall::start(&["offer", "--seconds", "1"], &["answer"]);
    let is_last = |line: &serde_json::Value| line["candidate"] == "";
    call.until("end of candidates", |call| {
        call.written.iter().all(|lines| lines.iter().any(is_last))
    });
    call.ends.iter_mut().for_each(RunningProgram::end_input);
    assert_eq!(call.finish().map(|(code, _)| code), [0, 0]);
}

#[test]
fn nobody_reads_what_is_written_and_the_call_goes_on() {
    let mut call = PeerCall::connected(&["offer"], &["answer"]);
    call.close_output(1);
    for _ in 0..5 {
        call.ends[1].write(r#"{"command":"statistics"}"#);
    }
    call.pass_time(1);
    call.statistics(0);
    call.hang_up();
}

#[test]
fn a_description_that_cannot_be_used_has_its_code() {
    let mut answerer = peer(&["answer"]);
    answerer.write(r#"{"type":"offer","sdp":"v=0\r\nnonsense\r\n"}"#);
    let (code, said) = answerer.finish();
    assert_eq!(code, 4, "{said}");
    assert!(said.contains("the session description is refused: line 2"), "{said}");
}

#[test]
fn one_that_is_killed_is_missed() {
    let mut call = PeerCall::connected(&["offer"], &["answer"]);
    call.ends[1].kill();
    let [(code, said), _] = call.finish();
    assert_eq!(code, 8, "{said}");
    assert!(said.contains("the other side no longer answers"), "{said}");
}

#[test]
fn one_that_never_answers_is_given_up_by_name() {
    let call = PeerCall::with_glue(&["offer"], &["answer"], |end, line| {
        // Nobody listens there.
        let elsewhere = line.replace(" 127.0.0.1 ", " 127.9.9.9 ");
        if end == 0 { without_candidates(end, line) } else { vec![elsewhere] }
    });
    let [(code, said), (other, _)] = call.finish();
    assert_eq!((code, other), (5, 5), "{said}");
    let tried = "no way to the other side was found: tried from host 127.0.0.1:";
    assert!(said.contains(tried) && said.contains("to host 127.9.9.9:"), "{said}");
}

#[test]
fn a_handshake_that_does_not_end_is_given_up() {
    // Both take themselves for the client.
    let call = PeerCall::with_glue(&["offer"], &["answer"], |_, line| {
        vec![line.replace("a=setup:active", "a=setup:passive")]
    });
    for (code, said) in call.finish() {
        assert_eq!(code, 6, "{said}");
        assert!(said.contains("the encryption could not be agreed on"), "{said}");
    }
}

#[test]
fn what_is_not_connected_in_time_is_given_up() {
    let call = PeerCall::with_glue(
        &["offer", "--patience", "2"],
        &["answer", "--patience", "2"],
        without_candidates,
    );
    for (code, said) in call.finish() {
        assert_eq!(code, 5, "{said}");
        assert!(said.contains("the call was not connected after 2 seconds"), "{said}");
    }
}

#[test]
fn the_help_lists_every_code() {
    let help = RunningProgram::start(roomrtc_test_programs::programs::roomrtc(&["peer", "--help"]));
    let text: Vec<String> = help.output.iter().collect();
    let text = text.join("\n");
    assert!(text.contains("Exit codes:") && text.contains("\n  10  the other side"), "{text}");
}
