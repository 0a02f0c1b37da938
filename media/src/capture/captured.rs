//! What a capture thread tells.

use super::OpenedSource;
use crate::source::{OpenSourceError, SourceError, SourceFrame};

/// What comes out of a [`super::CaptureThread`].
#[derive(Debug)]
pub enum Captured {
    /// A source is open; its frames follow.
    Opened(OpenedSource),
    /// A source could not be opened: there are no frames until the next.
    NotOpened(OpenSourceError),
    /// A frame.
    Frame(SourceFrame),
    /// The source has failed and is closed: there are no frames until the next.
    Failed(SourceError),
    /// The source was taken away, and there is no other.
    Closed,
}
