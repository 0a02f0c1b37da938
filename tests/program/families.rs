//! Calls over a cable between two network namespaces: with names for addresses, and by family.

use std::fs;
use std::process::Command;
use std::thread;
use std::time::{Duration, Instant};

use roomrtc_test_programs::programs::roomrtc;
use roomrtc_test_programs::{Namespaces, RunningProgram, prerequisite};
use serde_json::Value;

use super::peers;

/// Two namespaces; `None`, told loudly, without the right to make them.
fn namespaces() -> Option<Namespaces> {
    let missing = |why: String| prerequisite::missing("two network namespaces", &why);
    Namespaces::make().map_err(missing).ok()
}

/// A call between the two: of each end the lines that it wrote, and its pair of candidates, local
/// and remote.
fn call(namespaces: &Namespaces, arguments: [&[&str]; 2]) -> [(String, [String; 2]); 2] {
    let directory = tempfile::tempdir().expect("a directory");
    let reports = ["a.json", "b.json"].map(|name| directory.path().join(name));
    let mut ends = [0, 1].map(|end| {
        let role: &[&str] = [&["peer", "offer", "--seconds", "1"][..], &["peer", "answer"]][end];
        let report = reports[end].display().to_string();
        let rest = ["--report", &report, "--size", "320x180"];
        let all = [role, arguments[end], &rest].concat();
        RunningProgram::start(namespaces.inside(end, &roomrtc(&all)))
    });
    let [offerer, answerer] = &mut ends;
    let lines = peers::connect(offerer, answerer, &|line| line);
    ends.into_iter().for_each(|end| drop(end.succeed()));
    [0, 1].map(|end| {
        let report: Value =
            serde_json::from_slice(&fs::read(&reports[end]).expect("a report")).expect("JSON");
        let pair = &report["clients"][0]["candidate_pair"];
        let text = |name: &str| pair[name].as_str().expect("a candidate").to_owned();
        (lines[end].join("\n"), [text("local"), text("remote")])
    })
}

fn tells_an_address(lines: &str) -> bool {
    lines.contains("10.231.7.") || lines.contains("fd1a:231:7:") || lines.contains("fe80:")
}

#[test]
fn only_names_cross_where_both_hide_their_addresses() {
    let Some(namespaces) = namespaces() else { return };
    for trickle in [&["--hide-addresses"][..], &["--hide-addresses", "--no-trickle"]] {
        for (lines, pair) in call(&namespaces, [trickle, trickle]) {
            assert!(lines.contains(".local ") && !tells_an_address(&lines), "{lines}");
            assert!(pair.iter().all(|candidate| candidate.starts_with("host ")), "{pair:?}");
        }
    }
}

#[test]
fn one_end_alone_can_hide_its_addresses() {
    let Some(namespaces) = namespaces() else { return };
    let [(offered, _), (answered, [_, remote])] = call(&namespaces, [&["--hide-addresses"], &[]]);
    assert!(offered.contains(".local ") && !tells_an_address(&offered), "{offered}");
    assert!(tells_an_address(&answered) && !answered.contains(".local "), "{answered}");
    assert!(remote.starts_with("host ["), "the name is resolved: {remote}");
}

#[test]
fn both_families_are_offered_and_either_alone_will_do() {
    let Some(namespaces) = namespaces() else { return };
    let both = ["10.231.7.", "fd1a:231:7:"];
    for (bind, families, way) in [
        (&[][..], &both[..], "host [fd1a:231:7:"),
        (&["--bind", "::"], &both[1..], "host [fd1a:231:7:"),
        (&["--bind", "0.0.0.0"], &both[..1], "host 10.231.7."),
    ] {
        for (lines, pair) in call(&namespaces, [bind, bind]) {
            let offered = both.map(|family| lines.contains(family));
            assert_eq!(offered, both.map(|family| families.contains(&family)), "{lines}");
            assert!(pair.iter().all(|candidate| candidate.starts_with(way)), "{pair:?}");
        }
    }
}

/// Takes every address away but the link-local one, and waits until that can be used.
fn leave_link_local(namespaces: &Namespaces) {
    let ip = |arguments: &[&str]| {
        let output = Command::new("ip").args(arguments).output().expect("ip runs");
        String::from_utf8_lossy(&output.stdout).into_owned()
    };
    for name in &namespaces.names {
        ip(&["-n", name, "address", "flush", "scope", "global"]);
    }
    let begin = Instant::now();
    let is_ready = |name: &str| {
        !ip(&["-n", name, "address", "show", "scope", "link", "-tentative"]).is_empty()
    };
    while !namespaces.names.iter().all(|name| is_ready(name)) {
        assert!(begin.elapsed() < Duration::from_secs(60), "no link-local address");
        thread::yield_now();
    }
}

#[test]
fn two_without_any_other_address_meet_by_their_link_local_ones() {
    let Some(namespaces) = namespaces() else { return };
    leave_link_local(&namespaces);
    for (lines, pair) in call(&namespaces, [&[], &[]]) {
        assert!(lines.contains("fe80::") && !lines.contains('%'), "{lines}");
        assert!(pair.iter().all(|candidate| candidate.starts_with("host [fe80::")), "{pair:?}");
    }
}
