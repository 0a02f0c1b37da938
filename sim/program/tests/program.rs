//! The program as a user runs it.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use roomrtc_sim::scenario::shipped;

fn run(arguments: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_roomrtc-sim"));
    command.args(arguments).output().expect("the program")
}

/// Standard output of a command that exits with `code`.
fn told(arguments: &[&str], code: i32) -> String {
    let output = run(arguments);
    let complaint = String::from_utf8_lossy(&output.stderr).into_owned();
    assert_eq!(output.status.code(), Some(code), "{arguments:?}: {complaint}");
    String::from_utf8(output.stdout).expect("UTF-8")
}

/// The one line that a command complains with.
fn complaint(arguments: &[&str]) -> String {
    let output = run(arguments);
    assert_eq!(output.status.code(), Some(2), "{arguments:?}");
    let text = String::from_utf8(output.stderr).expect("UTF-8");
    assert_eq!(text.lines().count(), 1, "{text}");
    text
}

fn write(folder: &Path, name: &str, text: &str) -> PathBuf {
    let path = folder.join(name);
    fs::write(&path, text).expect("a file");
    path
}

const SHORT: &str = "about = \"Two seconds of a call\"\nlasts = \"2 s\"\nseed = 9\n";

/// A call in which no packet may have to be asked for again: one that is lost is enough.
const FAILING: &str = r#"
about = "No packet may have to be asked for again, and some have"
lasts = "3 s"

[caller]
interfaces = [{ up = [
    { model = "delay", by = "25 ms" },
    { model = "loss", share = "2 %" },
] }]

[expect.figures]
"called.nacks-sent" = { at-most = 0 }
"#;

#[test]
fn every_file_of_the_folder_is_listed() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../scenarios");
    let names = fs::read_dir(folder).expect("the folder").filter_map(|entry| {
        let path = entry.expect("an entry").path();
        let is_scenario = path.extension().is_some_and(|extension| extension == "toml");
        is_scenario.then(|| path.file_stem().expect("a name").to_string_lossy().into_owned())
    });
    let names: BTreeSet<String> = names.collect();
    assert_eq!(names, shipped().map(|(name, _)| name.to_owned()).collect());
    let list = told(&["list"], 0);
    let listed = list.lines().filter_map(|line| line.split_whitespace().next());
    assert_eq!(names, listed.map(str::to_owned).collect());
}

#[test]
fn a_scenario_is_shown_as_it_is_written() {
    for (name, text) in shipped() {
        assert_eq!(told(&["show", name], 0), text);
    }
}

#[test]
fn a_run_is_told_and_written_the_same_every_time() {
    let folder = tempfile::tempdir().expect("a folder");
    let scenario = write(folder.path(), "short.toml", SHORT);
    let scenario = scenario.to_str().expect("a path");
    let paths: Vec<String> = ["r.html", "r.json", "r.trace", "r.pcapng"]
        .map(|name| folder.path().join(name).display().to_string())
        .into();
    let mut arguments = vec!["run", scenario];
    for (option, path) in ["--report", "--json", "--trace", "--pcap"].iter().zip(&paths) {
        arguments.extend([option, path.as_str()]);
    }
    let first = told(&arguments, 0);
    for expected in ["seed 9", "connected: the handshake", "frames-received", "held:", "\nheld\n"] {
        assert!(first.contains(expected), "{expected} in {first}");
    }
    let files = || paths.iter().map(|path| fs::read(path).expect(path)).collect::<Vec<_>>();
    let written = files();
    assert_eq!(told(&arguments, 0), first);
    assert_eq!(files(), written);
    assert!(written[0].starts_with(b"<!doctype html>"));
    assert!(written[2].starts_with(b"0."));
    assert_eq!(written[3][..4], [0x0a, 0x0d, 0x0d, 0x0a]);
    let json = String::from_utf8(written[1].clone()).expect("UTF-8");
    let hash = json.split("\"hash\": \"").nth(1).and_then(|rest| rest.get(..16));
    assert!(first.contains(&format!("trace {}", hash.expect("a hash"))));
}

#[test]
fn a_sweep_shows_each_seed_and_how_to_run_it_again() {
    let folder = tempfile::tempdir().expect("a folder");
    let scenario = write(folder.path(), "failing.toml", FAILING);
    let name = scenario.to_str().expect("a path");
    let told = told(&["sweep", name, "--seeds", "5..7", "--jobs", "2"], 1);
    assert!(told.contains("\n       5 mm\n"), "{told}");
    assert!(told.contains("  again: roomrtc-sim run "), "{told}");
    assert!(told.contains("call-seconds per second"), "{told}");
    assert!(told.contains("called.nacks-sent"), "{told}");
    assert!(told.contains("2 runs, 0 held, 2 failed: 6 s of calls"), "{told}");
}

#[test]
fn what_shrinking_leaves_is_a_scenario_that_fails() {
    let folder = tempfile::tempdir().expect("a folder");
    let scenario = write(folder.path(), "failing.toml", FAILING);
    let name = scenario.to_str().expect("a path");
    let left = folder.path().join("left.toml").display().to_string();
    let told_text = told(&["shrink", name, "--seed", "3", "--out", &left], 1);
    assert!(told_text.starts_with("# 1 of "), "{told_text}");
    assert!(told_text.lines().count() < 16, "{told_text}");
    let again = told(&["run", &left], 1);
    assert!(again.contains("seed 3") && again.contains(" 1 faults"), "{again}");
    assert!(again.contains("BROKEN expectation (figures)"), "{again}");
}

#[test]
fn mistakes_are_told_in_one_sentence() {
    for (arguments, expected) in [
        (&["run", "no-such"][..], "there is no scenario `no-such`"),
        (&["show", "no-such"], "there is no scenario `no-such`"),
        (&["run", "loss", "--set", "los=1"], "there is no parameter `los`: there are"),
        (&["run", "loss", "--set", "loss=3 ms"], "`3 ms` is no value for `loss`"),
        (&["run", "loss", "--case", "99"], "`loss` has no case `99`"),
        (&["run", "loss", "--json", "x"], "cases: choose the one to write files of"),
        (&["run", "/"], "`/` cannot be read"),
    ] {
        let told = complaint(arguments);
        assert!(told.contains(expected), "{told}");
    }
    for usage in [&["sweep", "loss"][..], &["run"], &["sweep", "loss", "--seeds", "9..3"], &["x"]] {
        assert_eq!(run(usage).status.code(), Some(2), "{usage:?}");
    }
}

#[cfg(feature = "view")]
#[test]
fn a_view_without_a_display_names_what_needs_none() {
    let mut command = Command::new(env!("CARGO_BIN_EXE_roomrtc-sim"));
    for name in ["DISPLAY", "WAYLAND_DISPLAY", "WAYLAND_SOCKET"] {
        command.env_remove(name);
    }
    let output = command.args(["view", "loss", "--seed", "7"]).output().expect("the program");
    assert_eq!(output.status.code(), Some(2));
    let told = String::from_utf8(output.stdout).expect("UTF-8");
    assert!(told.starts_with("`loss` has "), "{told}");
    assert!(told.contains("this is loss=1 %"), "{told}");
    let complaint = String::from_utf8(output.stderr).expect("UTF-8");
    assert!(complaint.contains("there is no display"), "{complaint}");
    assert!(complaint.contains("`roomrtc-sim run`"), "{complaint}");
    assert_eq!(complaint.lines().count(), 1, "{complaint}");
}
