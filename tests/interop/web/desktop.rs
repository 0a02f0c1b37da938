//! Our desktop end of a call.

use std::fs;
use std::path::PathBuf;
use std::process::Command;

use roomrtc_test_programs::{RunningProgram, programs};

use super::server::Server;
use crate::chromium::{Browser, FrameLog};

/// `roomrtc call`, and the frames that it decodes.
#[derive(Debug)]
pub(super) struct Desktop {
    /// Its process.
    pub(super) program: RunningProgram,
    frames: PathBuf,
}

impl Desktop {
    /// The command of a user who knows the server's certificate, with more arguments.
    pub(super) fn command(
        browser: &Browser,
        server: &Server,
        user: &str,
        arguments: &[&str],
    ) -> (Command, PathBuf) {
        let frames = browser.directory.path().join(format!("{user}.jsonl"));
        // Those of the last call, if there was one.
        let _ = fs::remove_file(&frames);
        let frames_text = frames.display().to_string();
        let config = browser.directory.path().join("config").display().to_string();
        let mut all = vec!["call", "--server", &server.address, "--config", &config];
        all.extend(["--fingerprint", &server.fingerprint, "--user", user]);
        all.extend(["--password", "a long password", "--frames", &frames_text]);
        all.extend(arguments);
        (browser.namespaces.inside(1, &programs::roomrtc(&all)), frames)
    }

    /// Starts one.
    pub(super) fn start((command, frames): (Command, PathBuf)) -> Desktop {
        Desktop { program: RunningProgram::start(command), frames }
    }

    /// One that waits for a call, once it does.
    pub(super) fn wait(browser: &Browser, server: &Server, arguments: &[&str]) -> Desktop {
        let arguments = [&["--wait"], arguments].concat();
        let mut desktop = Desktop::start(Desktop::command(browser, server, "bob", &arguments));
        desktop.program.wait_for("waiting for a call");
        desktop
    }

    /// The frames that it has decoded.
    pub(super) fn decoded(&self) -> FrameLog {
        FrameLog::of_log(&fs::read_to_string(&self.frames).unwrap_or_default())
    }
}
