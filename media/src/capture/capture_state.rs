//! What a capture thread is to do.

use crate::source::{Canceller, SourceOpener};

/// What a capture thread is to do.
pub(super) struct CaptureState {
    /// Whether it is to end.
    pub(super) is_stopped: bool,
    /// What is to be opened next, be it nothing; `None` where things stay as they are.
    pub(super) wish: Option<Option<SourceOpener>>,
    /// What ends the wait of the source that is open.
    pub(super) canceller: Canceller,
}

impl CaptureState {
    /// Whether the source that is open has had its time.
    pub(super) fn is_interrupted(&self) -> bool {
        self.is_stopped || self.wish.is_some()
    }
}
