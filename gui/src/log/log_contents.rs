//! What the threads of the log share.

use std::fmt;
use std::sync::Arc;

use tracing_appender::non_blocking::NonBlocking;

use super::LogRing;

/// What the threads of the log share.
#[derive(Default)]
pub(super) struct LogContents {
    /// The newest lines.
    pub(super) ring: LogRing,
    /// The way to the files, if there are any.
    pub(super) files: Option<NonBlocking>,
    /// What is called once a line has come that is waited for.
    pub(super) wake: Option<Arc<dyn Fn() + Send + Sync>>,
    /// Whether the next line is waited for.
    pub(super) is_awaited: bool,
}

impl fmt::Debug for LogContents {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("LogContents")
            .field("lines", &self.ring.next_number())
            .finish_non_exhaustive()
    }
}
