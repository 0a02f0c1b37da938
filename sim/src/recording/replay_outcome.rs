//! How a replay ended.

use super::{Difference, ReadError};

/// How a replay ended.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ReplayOutcome {
    /// Everything was as recorded, to the end of the session.
    Same,
    /// Everything was as recorded, up to where the recording breaks off.
    SameSoFar,
    /// Something differed: the first such input.
    Different(Difference),
    /// The recording cannot be read on.
    Unreadable(ReadError),
}
