//! What came of a run.

use roomrtc_core::base::Time;

use super::Verdict;
use crate::figures::Figures;
use crate::ledger::Ledger;
use crate::oracle::Violation;
use crate::reachability::Prediction;
use crate::trace::Trace;

/// What came of a run.
#[derive(Clone, Debug)]
pub struct Outcome {
    /// What it comes to.
    pub verdict: Verdict,
    /// Which rules were broken, in the order in which it was seen.
    pub violations: Vec<Violation>,
    /// What was measured.
    pub figures: Figures,
    /// What happened.
    pub trace: Trace,
    /// The faults that were committed.
    pub ledger: Ledger,
    /// What the independent model of the NATs says.
    pub prediction: Prediction,
    /// Until when the world lasted.
    pub ended: Time,
}

impl Outcome {
    /// Whether everything held.
    pub fn holds(&self) -> bool {
        self.verdict == Verdict::Held
    }
}
