//! A recording, done again.

use roomrtc_core::base::Time;

use super::ReplayOutcome;
use crate::trace::Trace;

/// What came of doing a recording again.
#[derive(Debug)]
pub struct Retraced {
    /// By session, in the order of the recording.
    pub outcomes: Vec<ReplayOutcome>,
    /// Steps done, by session.
    pub steps: Vec<u64>,
    /// What happened.
    pub trace: Trace,
    /// When the last step was.
    pub end: Time,
}
