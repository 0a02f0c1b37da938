//! What the call doctor says.

use super::{DoctorFinding, DoctorStage, StageState, TriedChecks};

/// What was tried for a call, and what has come of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DoctorReport {
    /// With whom; empty if it did not come to a call.
    pub user: String,
    /// Each stage, in the order of [`DoctorStage::ALL`], and what became of it.
    pub stages: Vec<(DoctorStage, StageState)>,
    /// What was tried to find a way.
    pub tried: TriedChecks,
    /// What it comes to.
    pub finding: DoctorFinding,
}
