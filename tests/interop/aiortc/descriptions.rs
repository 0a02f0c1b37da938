//! What is particular of its descriptions.

use super::aiortc::record;
use super::calls::check_pictures;
use super::{Aiortc, PythonCall};

/// Its descriptions without the lines that `is_left_out`.
fn without(sdp: &str, is_left_out: impl Fn(&str) -> bool) -> String {
    let lines = sdp.lines().filter(|line| !is_left_out(line));
    lines.map(|line| format!("{line}\r\n")).collect()
}

fn is_fingerprint(line: &str) -> bool {
    line.starts_with("a=fingerprint:")
}

/// RFC 8122 section 5: several fingerprints are of one certificate, each by another hash function;
/// any one that we can compute will do.
#[test]
fn its_certificate_is_known_by_each_of_its_three_fingerprints() {
    let Some(aiortc) = Aiortc::find() else { return };
    let only: [fn(&str) -> String; 3] = [
        |sdp| without(sdp, |line| is_fingerprint(line) && !line.contains(":sha-256 ")),
        |sdp| without(sdp, |line| is_fingerprint(line) && !line.contains(":sha-384 ")),
        |sdp| without(sdp, |line| is_fingerprint(line) && !line.contains(":sha-512 ")),
    ];
    for change in only {
        for role in ["offer", "answer"] {
            let mut call = PythonCall::start_with(&aiortc, &[role], &[], change);
            call.go_on_for_frames(40);
            let sdp = call.carried[0][0]["sdp"].as_str().expect("a description");
            assert_eq!(sdp.lines().filter(|line| is_fingerprint(line)).count(), 1, "{sdp}");
            check_pictures(call);
        }
    }
    record("several fingerprints");
}

#[test]
fn a_wrong_fingerprint_is_refused() {
    let Some(aiortc) = Aiortc::find() else { return };
    let forge: fn(&str) -> String = |sdp| {
        let lines = sdp.lines().map(|line| match line.rsplit_once(':') {
            Some((most, last)) if is_fingerprint(line) => {
                let other = if last == "00" { "01" } else { "00" };
                format!("{most}:{other}\r\n")
            }
            _ => format!("{line}\r\n"),
        });
        lines.collect()
    };
    let mut call = PythonCall::start_with(&aiortc, &["offer"], &[], forge);
    call.wait_until("it is refused", |call| call.has_state("failed") || call.has_state("closed"));
    let (code, said) = call.ours.finish();
    assert_ne!(code, 0, "{said}");
    assert!(said.contains("fingerprint"), "{said}");
}

/// Without `a=rtcp-rsize` every report is a compound packet, RFC 5506 section 5.
#[test]
fn it_asks_for_no_reduced_size() {
    let Some(aiortc) = Aiortc::find() else { return };
    for role in ["offer", "answer"] {
        let mut call = PythonCall::connect(&aiortc, &[role], &[], 40);
        let sdp = call.carried[0][0]["sdp"].as_str().expect("a description");
        assert!(!sdp.contains("a=rtcp-rsize"), "{sdp}");
        // Feedback arrives all the same, either way.
        call.command(1, "key-frame");
        call.ask(0, "key-frame", "key-frame");
        call.go_on_for_frames(40);
        let (report, _) = call.hang_up();
        assert!(report["pli"]["received"].as_u64() > Some(0), "{report:#}");
        assert!(report["key_frames"]["received"].as_u64() > Some(1), "{report:#}");
    }
    record("RTCP without reduced size");
}
