//! What a replay tells its user.

use std::io::{self, Write};

use roomrtc_sim::recording::{
    Disclosure, RecordedSession, Recording, ReplayOutcome, Retraced, VERSION,
};

/// A sentence on what is wrong, on standard error.
pub(super) fn complain(text: &str) {
    // A reader that is gone needs no explanation.
    let _ = writeln!(io::stderr().lock(), "{text}");
}

/// Says so where another version recorded.
pub(super) fn tell_versions(recording: &Recording<'_>) {
    for session in &recording.sessions {
        let version = &session.opening.version;
        if version != VERSION {
            complain(&format!(
                "note: {} was recorded by Room RTC {version}; this is {VERSION}. Where the two \
                 differ, the replay may.",
                session.opening.name
            ));
        }
    }
}

/// What came of every session, on standard output.
pub(super) fn tell(recording: &Recording<'_>, retraced: &Retraced) {
    let mut output = io::stdout().lock();
    let outcomes = retraced.outcomes.iter().zip(&retraced.steps);
    for (session, (outcome, steps)) in recording.sessions.iter().zip(outcomes) {
        let _ = writeln!(output, "{}", line(session, outcome, *steps));
    }
    if let Some(damage) = recording.damage {
        let _ = writeln!(output, "the rest of the file cannot be read: {damage}");
    }
    let _ = writeln!(output, "trace {:016x}", retraced.trace.hash());
}

fn line(session: &RecordedSession<'_>, outcome: &ReplayOutcome, steps: u64) -> String {
    let opening = &session.opening;
    let compared = match opening.disclosure {
        Disclosure::Structure => "recorded without keys and media",
        Disclosure::Media => "recorded without keys",
        Disclosure::Keys => "recorded with keys",
    };
    let said = match outcome {
        ReplayOutcome::Same => "the same, to the end".to_owned(),
        ReplayOutcome::SameSoFar => "the same, up to where the recording breaks off".to_owned(),
        ReplayOutcome::Different(difference) => format!("DIFFERENT at {difference}"),
        ReplayOutcome::Unreadable(error) => format!("not read to its end: {error}"),
    };
    format!("{} ({compared}, {steps} inputs): {said}", opening.name)
}
