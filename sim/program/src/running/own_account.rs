//! An account that holds what it has to.

use roomrtc_sim::report::{Account, Check};
use roomrtc_sim::run::Outcome;

use crate::planning::Plan;

/// What there is to report of a run, with what oracles say of it.
#[derive(Debug)]
pub(super) struct OwnAccount<'a> {
    pub(super) plan: &'a Plan,
    pub(super) case: &'a str,
    pub(super) seed: u64,
    pub(super) command: &'a str,
    pub(super) outcome: &'a Outcome,
    pub(super) checks: Vec<Check>,
}

impl OwnAccount<'_> {
    /// Hands the account to `it`.
    pub(super) fn use_with<T>(&self, it: impl FnOnce(&Account<'_>) -> T) -> T {
        it(&Account {
            scenario: &self.plan.source.name,
            about: self.plan.source.file.about(),
            case: self.case,
            seed: self.seed,
            command: self.command,
            end: self.outcome.ended,
            verdict: self.outcome.verdict,
            checks: &self.checks,
            figures: &self.outcome.figures,
            trace: &self.outcome.trace,
        })
    }
}
