//! The subcommands that work on the accounts, without and beside a running server.

use std::io::Write;
use std::path::Path;
use std::process::{Command, Output, Stdio};

/// Runs a subcommand on the accounts in `data`, with cheap hashes.
pub(crate) fn operate(data: &Path, arguments: &[&str]) -> Output {
    operate_with(data, arguments, "")
}

/// As [`operate`], with `input` on standard input.
pub(crate) fn operate_with(data: &Path, arguments: &[&str], input: &str) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_roomrtc-server"));
    command.args(arguments).arg("--data").arg(data);
    command.args(["--password-memory", "8", "--password-passes", "1"]);
    command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut child = command.spawn().expect("the program runs");
    let mut stdin = child.stdin.take().expect("a pipe");
    // A program that does not read ends before it is written.
    let _ = stdin.write_all(input.as_bytes());
    drop(stdin);
    child.wait_with_output().expect("the program ends")
}

/// Exit code and what was said on either output.
pub(crate) fn said(output: &Output) -> (Option<i32>, String) {
    let text = [&output.stdout[..], &output.stderr[..]].concat();
    (output.status.code(), String::from_utf8(text).expect("text").trim_end().to_owned())
}

/// As [`said`], of what went well.
pub(crate) fn done(output: &Output) -> String {
    let (code, text) = said(output);
    assert_eq!(code, Some(0), "{text}");
    text
}
