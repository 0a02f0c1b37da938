//! How a run ended.

use roomrtc_sim::ledger::Ledger;
use roomrtc_sim::oracle::Rule;
use roomrtc_sim::run::{Outcome, Verdict};

use super::Crash;

/// How a run ended.
#[derive(Clone, Debug)]
pub(crate) enum Ending {
    /// It was judged.
    Judged(Box<Outcome>),
    /// It crashed.
    Crashed(Box<Crash>),
}

impl Ending {
    /// The exit code of a crash.
    pub(crate) const CRASH: u8 = 5;

    /// The exit code of the run.
    pub(crate) fn code(&self) -> u8 {
        match self {
            Ending::Crashed(_) => Ending::CRASH,
            Ending::Judged(outcome) => match outcome.verdict {
                Verdict::Held => 0,
                Verdict::Missed => 1,
                Verdict::NotLive => 3,
                Verdict::Unsafe => 4,
            },
        }
    }

    /// The run as one character of a grid.
    pub(crate) fn mark(&self) -> char {
        match self {
            Ending::Crashed(_) => '!',
            Ending::Judged(outcome) => match outcome.verdict {
                Verdict::Held => '.',
                Verdict::Missed => 'm',
                Verdict::NotLive => 'L',
                Verdict::Unsafe => 'S',
            },
        }
    }

    /// What went wrong first of what weighs most; nothing if nothing did.
    pub(crate) fn complaint(&self) -> Option<String> {
        match self {
            Ending::Crashed(crash) => Some(format!("crash: {}", crash.message)),
            Ending::Judged(outcome) => {
                let worst = |violation: &&roomrtc_sim::oracle::Violation| {
                    Verdict::of(std::slice::from_ref(*violation)) == outcome.verdict
                };
                outcome.violations.iter().find(worst).map(ToString::to_string)
            }
        }
    }

    /// In what way it failed: runs that fail in the same way fail the same rule of the same oracle.
    pub(crate) fn failing(&self) -> Option<(Rule, &'static str)> {
        match self {
            Ending::Crashed(_) => Some((Rule::Safety, "crash")),
            Ending::Judged(outcome) => {
                let worst = outcome.violations.iter().find(|violation| {
                    Verdict::of(std::slice::from_ref(*violation)) == outcome.verdict
                });
                worst.map(|violation| (violation.rule, violation.oracle))
            }
        }
    }

    /// The faults that were committed.
    pub(crate) fn ledger(&self) -> &Ledger {
        match self {
            Ending::Judged(outcome) => &outcome.ledger,
            Ending::Crashed(crash) => &crash.ledger,
        }
    }
}
