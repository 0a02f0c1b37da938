//! Running a replay.

use std::fs;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::process::ExitCode;

use roomrtc_sim::recording::{Recording, Retrace};

use super::{Exit, telling, writing};
use crate::cli::ReplayOptions;

/// Runs `roomrtc-sim replay`.
pub(crate) fn run(options: &ReplayOptions) -> ExitCode {
    match try_run(options) {
        Ok(exit) => exit.code(),
        Err(text) => {
            telling::complain(&text);
            Exit::Unreadable.code()
        }
    }
}

fn try_run(options: &ReplayOptions) -> Result<Exit, String> {
    let path = options.file.display();
    let bytes = fs::read(&options.file).map_err(|error| format!("cannot read {path}: {error}"))?;
    let mut recording = Recording::read(&bytes).map_err(|error| format!("{path}: {error}"))?;
    if let Some(name) = &options.session {
        recording.sessions.retain(|session| session.opening.name == *name);
        if recording.sessions.is_empty() {
            return Err(format!("{path}: there is no session of {name} in it"));
        }
    }
    telling::tell_versions(&recording);
    let replay = AssertUnwindSafe(|| Retrace::new(&recording, options.level()).finish());
    let Ok(retraced) = catch_unwind(replay) else {
        // Where it happened has been printed by then.
        telling::complain("the core has panicked, as it may have in the call that was recorded");
        return Ok(Exit::Different);
    };
    telling::tell(&recording, &retraced);
    writing::write(options, &recording, &retraced)?;
    Ok(Exit::of(&retraced, recording.damage))
}
