//! What there is to report of a run.

use roomrtc_core::base::Time;

use super::Check;
use crate::figures::Figures;
use crate::run::Verdict;
use crate::trace::Trace;

/// What there is to report of a run.
#[derive(Clone, Copy, Debug)]
pub struct Account<'a> {
    /// The name of the scenario.
    pub scenario: &'a str,
    /// What it tries, in a line.
    pub about: &'a str,
    /// The case; empty where there is only one.
    pub case: &'a str,
    /// The seed.
    pub seed: u64,
    /// The command that runs it again.
    pub command: &'a str,
    /// When it ended, in the world's time.
    pub end: Time,
    /// What it comes to.
    pub verdict: Verdict,
    /// What every oracle says.
    pub checks: &'a [Check],
    /// Its figures.
    pub figures: &'a Figures,
    /// What happened.
    pub trace: &'a Trace,
}
