//! What the program returns.

use std::process::ExitCode;

use roomrtc_sim::recording::{ReadError, ReplayOutcome, Retraced};

/// What the program returns after a replay, the gravest last.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Exit {
    /// Everything was as recorded, as far as the recording goes.
    Same,
    /// The file, or a part of it, cannot be read, or another cannot be written.
    Unreadable,
    /// Something differed.
    Different,
}

impl Exit {
    /// What came of all sessions, and of what could not be read. That a recording breaks off is no
    /// fault: it may be that of a crash.
    pub(super) fn of(retraced: &Retraced, damage: Option<ReadError>) -> Exit {
        let outcomes = retraced.outcomes.iter().map(|outcome| match outcome {
            ReplayOutcome::Same | ReplayOutcome::SameSoFar => Exit::Same,
            ReplayOutcome::Unreadable(_) => Exit::Unreadable,
            ReplayOutcome::Different(_) => Exit::Different,
        });
        let rest = match damage {
            None | Some(ReadError::Truncated) => Exit::Same,
            Some(_) => Exit::Unreadable,
        };
        outcomes.chain([rest]).max().unwrap_or(Exit::Same)
    }

    /// The number.
    pub(super) fn code(self) -> ExitCode {
        ExitCode::from(match self {
            Exit::Same => 0,
            Exit::Unreadable => 2,
            Exit::Different => 3,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use roomrtc_core::base::Time;
    use roomrtc_sim::trace::Trace;

    fn exit(outcomes: &[ReplayOutcome], damage: Option<ReadError>) -> Exit {
        let (outcomes, steps) = (outcomes.to_vec(), Vec::new());
        Exit::of(&Retraced { outcomes, steps, trace: Trace::default(), end: Time::ZERO }, damage)
    }

    #[test]
    fn the_gravest_decides() {
        let unreadable = ReplayOutcome::Unreadable(ReadError::Malformed);
        assert_eq!(exit(&[ReplayOutcome::Same, ReplayOutcome::SameSoFar], None), Exit::Same);
        assert_eq!(exit(&[ReplayOutcome::SameSoFar], Some(ReadError::Truncated)), Exit::Same);
        assert_eq!(exit(&[ReplayOutcome::Same], Some(ReadError::Damaged)), Exit::Unreadable);
        assert_eq!(exit(&[ReplayOutcome::Same, unreadable], None), Exit::Unreadable);
    }
}
