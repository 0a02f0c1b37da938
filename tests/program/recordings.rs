//! Calls that the real program records, done again by the real simulator.

use std::fs;
use std::path::Path;

use roomrtc_test_programs::RunningProgram;
use roomrtc_test_programs::programs::{roomrtc, simulator};

fn demo(record: &[&str]) -> RunningProgram {
    let mut all = vec!["demo", "--size", "320x180"];
    all.extend(record);
    RunningProgram::start(roomrtc(&all))
}

/// The exit code of a replay, and what it says on both outputs.
fn replay(file: &Path, more: &[&str]) -> (i32, String) {
    let file = file.display().to_string();
    let mut all = vec!["replay", file.as_str()];
    all.extend(more);
    let output = simulator(&all).output().expect("it runs");
    let said = [output.stdout, output.stderr].concat();
    (output.status.code().unwrap_or(-1), String::from_utf8_lossy(&said).into_owned())
}

#[test]
fn a_demo_is_done_again_with_all_files() {
    let directory = tempfile::tempdir().expect("a directory");
    let path = |name: &str| directory.path().join(name);
    let (file, text) = (path("x.call"), path("x.call").display().to_string());
    let said = demo(&["--seconds", "2", "--record", &text]).succeed();
    assert!(said.contains("roomrtc-sim replay"), "{said}");
    assert!(!said.contains("warning"), "{said}");
    let names = ["r.html", "r.json", "r.trace", "r.pcapng"];
    let [html, json, trace, pcap] = names.map(|name| path(name).display().to_string());
    let files = ["--report", &html, "--json", &json, "--trace", &trace, "--pcap", &pcap];
    let (code, said) = replay(&file, &files);
    assert_eq!(code, 0, "{said}");
    assert_eq!(said.matches("the same, to the end").count(), 2, "{said}");
    assert!(names.iter().all(|name| fs::metadata(path(name)).is_ok_and(|it| it.len() > 1_000)));
    let (code, said) = replay(&file, &["--session", "nobody"]);
    assert_eq!(code, 2, "{said}");

    // A damaged copy: what is before the damage is the same, and the rest is told.
    let mut bytes = fs::read(&file).expect("the file");
    let place = bytes.len() * 3 / 4;
    bytes[place] ^= 1;
    let damaged = path("damaged.call");
    fs::write(&damaged, bytes).expect("written");
    let (code, said) = replay(&damaged, &[]);
    assert!(code == 2 && said.contains("the recording is damaged"), "{said}");
}

#[test]
fn keys_are_recorded_with_a_warning_and_done_again() {
    let directory = tempfile::tempdir().expect("a directory");
    let file = directory.path().join("x.call");
    let text = file.display().to_string();
    let said = demo(&["--seconds", "1", "--record", &text, "--record-keys"]).succeed();
    assert!(said.contains("Whoever has the file can read the call"), "{said}");
    let (code, said) = replay(&file, &[]);
    assert!(code == 0 && said.contains("recorded with keys"), "{said}");
}

#[test]
fn what_a_killed_program_leaves_is_done_again() {
    let directory = tempfile::tempdir().expect("a directory");
    let file = directory.path().join("x.call");
    let mut running = demo(&["--seconds", "600", "--record", &file.display().to_string()]);
    running.wait_for("alice is connected");
    running.wait_for("frames sent");
    running.wait_for("frames sent");
    running.kill();
    let (code, said) = replay(&file, &[]);
    assert_eq!(code, 0, "{said}");
    assert!(said.contains("up to where the recording breaks off"), "{said}");
}

#[test]
fn what_cannot_be_read_is_told() {
    let directory = tempfile::tempdir().expect("a directory");
    let file = directory.path().join("x.call");
    let (code, said) = replay(&file, &[]);
    assert!(code == 2 && said.contains("cannot read"), "{said}");
    fs::write(&file, "something else").expect("written");
    let (code, said) = replay(&file, &[]);
    assert!(code == 2 && said.contains("this is not a recording of a call"), "{said}");
}

#[test]
fn a_file_that_cannot_be_made_is_told_before_the_call() {
    let (code, said) = demo(&["--record", "/nowhere/x.call"]).finish();
    assert!(code == 2 && said.contains("cannot write the recording"), "{said}");
}
