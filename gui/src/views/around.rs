//! What is shown besides the desktop's state.

use std::time::Duration;

use crate::log::ShownLines;
use crate::statistics::history::StatisticsHistory;

/// What is shown besides the desktop's state.
#[derive(Clone, Copy, Debug)]
pub struct Around<'a> {
    /// The time since 1970.
    pub wall_time: Duration,
    /// The lines of the log that are searched for.
    pub log: &'a ShownLines,
    /// What was measured of the call, or of the last.
    pub history: &'a StatisticsHistory,
}
