//! Our programs, as the workspace's `cargo build` makes them.

use std::path::PathBuf;
use std::process::Command;
use std::sync::OnceLock;

use serde_json::Value;

/// The paths of `roomrtc`, `roomrtc-server` and `roomrtc-sim`, built as this test is.
fn built() -> &'static [PathBuf; 3] {
    static BUILT: OnceLock<[PathBuf; 3]> = OnceLock::new();
    BUILT.get_or_init(|| {
        let mut cargo = Command::new(env!("CARGO"));
        cargo.args(["build", "--quiet", "--message-format=json", "--bins"]);
        cargo.current_dir(concat!(env!("CARGO_MANIFEST_DIR"), "/../.."));
        if !cfg!(debug_assertions) {
            cargo.arg("--release");
        }
        if !cfg!(feature = "camera") {
            cargo.arg("--no-default-features");
        }
        let output = cargo.output().expect("cargo runs");
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
        let messages = String::from_utf8_lossy(&output.stdout);
        ["roomrtc", "roomrtc-server", "roomrtc-sim"].map(|name| executable(&messages, name))
    })
}

/// The path that cargo's messages give for a program.
fn executable(messages: &str, name: &str) -> PathBuf {
    let messages = messages.lines().filter_map(|line| serde_json::from_str::<Value>(line).ok());
    let mut programs = messages.filter(|message| message["target"]["name"] == name);
    let path = programs.find_map(|message| message["executable"].as_str().map(PathBuf::from));
    path.unwrap_or_else(|| panic!("cargo builds no {name}"))
}

/// `roomrtc` with these arguments.
///
/// # Panics
/// If it does not build.
pub fn roomrtc(arguments: &[&str]) -> Command {
    let mut command = Command::new(&built()[0]);
    command.args(arguments);
    command
}

/// `roomrtc-server` with these arguments.
///
/// # Panics
/// If it does not build.
pub fn server(arguments: &[&str]) -> Command {
    let mut command = Command::new(&built()[1]);
    command.args(arguments);
    command
}

/// `roomrtc-sim` with these arguments.
///
/// # Panics
/// If it does not build.
pub fn simulator(arguments: &[&str]) -> Command {
    let mut command = Command::new(&built()[2]);
    command.args(arguments);
    command
}
