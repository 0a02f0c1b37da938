//! A stretch of time.

use roomrtc_core::base::Time;

/// A stretch of time in which something lasts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Span {
    pub(super) from: Time,
    pub(super) to: Time,
    /// What lasts.
    pub(super) label: String,
}
