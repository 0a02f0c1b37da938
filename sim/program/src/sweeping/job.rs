//! One run of a sweep, and how it ended.

use roomrtc_core::base::Time;
use roomrtc_sim::figures::Figures;

/// One run of a sweep, and how it ended.
#[derive(Clone, Debug)]
pub(super) struct Job {
    /// Its place in the order of the sweep.
    pub(super) place: u64,
    /// Which of the cases that are run.
    pub(super) case: usize,
    pub(super) seed: u64,
    pub(super) code: u8,
    pub(super) mark: char,
    /// What went wrong, if anything did.
    pub(super) complaint: Option<String>,
    /// The figures, unless it crashed.
    pub(super) figures: Option<Figures>,
    /// How long the world lasted.
    pub(super) ended: Time,
}
