//! The files that a replay leaves.

use std::fs::{self, File};
use std::io::{BufWriter, Write};
use std::path::Path;

use roomrtc_sim::figures::Figures;
use roomrtc_sim::oracle::Rule;
use roomrtc_sim::recording::{Recording, ReplayOutcome, Retraced};
use roomrtc_sim::report::capture::write_capture;
use roomrtc_sim::report::html::html;
use roomrtc_sim::report::json::json;
use roomrtc_sim::report::{Account, Check, lines};
use roomrtc_sim::run::Verdict;

use crate::cli::ReplayOptions;

/// Writes the files that the options name.
///
/// # Errors
/// A sentence on the first that cannot be written.
pub(super) fn write(
    options: &ReplayOptions,
    recording: &Recording<'_>,
    retraced: &Retraced,
) -> Result<(), String> {
    if let Some(path) = &options.trace {
        write_lines(path, retraced)?;
    }
    if let Some(path) = &options.pcap {
        let file = File::create(path).map_err(|error| refused(path, error))?;
        let written = write_capture(&retraced.trace, BufWriter::new(file));
        written.map_err(|error| refused(path, error))?;
    }
    if options.report.is_some() || options.json.is_some() {
        write_account(options, recording, retraced)?;
    }
    Ok(())
}

fn write_lines(path: &Path, retraced: &Retraced) -> Result<(), String> {
    let file = File::create(path).map_err(|error| refused(path, error))?;
    let mut output = BufWriter::new(file);
    let mut written = lines(&retraced.trace).try_for_each(|line| writeln!(output, "{line}"));
    if written.is_ok() {
        written = output.flush();
    }
    written.map_err(|error| refused(path, error))
}

fn write_account(
    options: &ReplayOptions,
    recording: &Recording<'_>,
    retraced: &Retraced,
) -> Result<(), String> {
    let (trace, check) = (&retraced.trace, check(recording, retraced));
    let names = recording.sessions.iter().map(|session| session.opening.name.as_str());
    let scenario = format!("recording of {}", names.collect::<Vec<_>>().join(" and "));
    let account = Account {
        scenario: &scenario,
        about: "A call that was recorded, done again.",
        case: "",
        seed: 0,
        command: &format!("roomrtc-sim replay {}", options.file.display()),
        end: retraced.end,
        verdict: if check.failure.is_none() { Verdict::Held } else { Verdict::Unsafe },
        checks: std::slice::from_ref(&check),
        figures: &Figures::of(trace.tally(), trace.names(), retraced.end, None),
        trace,
    };
    if let Some(path) = &options.report {
        fs::write(path, html(&account)).map_err(|error| refused(path, error))?;
    }
    if let Some(path) = &options.json {
        let text = json(&account).map_err(|error| refused(path, error))?;
        fs::write(path, text).map_err(|error| refused(path, error))?;
    }
    Ok(())
}

/// The one thing that is demanded: the first session that does otherwise, if one does.
fn check(recording: &Recording<'_>, retraced: &Retraced) -> Check {
    let outcomes = recording.sessions.iter().zip(&retraced.outcomes);
    let failure = outcomes.filter_map(|(session, outcome)| {
        let text = match outcome {
            ReplayOutcome::Same | ReplayOutcome::SameSoFar => return None,
            ReplayOutcome::Different(difference) => difference.to_string(),
            ReplayOutcome::Unreadable(error) => error.to_string(),
        };
        Some((Rule::Safety, format!("{}: {text}", session.opening.name)))
    });
    let demand = "every output is the one that was recorded";
    Check { oracle: "replay", demand, failure: failure.into_iter().next() }
}

fn refused(path: &Path, error: impl ToString) -> String {
    format!("cannot write {}: {}", path.display(), error.to_string())
}
