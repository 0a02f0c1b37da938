//! Ending a wait.

use std::fmt;
use std::sync::Arc;

/// Ends the wait of a source that blocks, from another thread.
#[derive(Clone)]
pub struct Canceller(Option<Arc<dyn Fn() + Send + Sync>>);

impl Canceller {
    /// For a source that never blocks.
    pub fn none() -> Self {
        Self(None)
    }

    /// One that calls `cancel`.
    pub fn new(cancel: impl Fn() + Send + Sync + 'static) -> Self {
        Self(Some(Arc::new(cancel)))
    }

    /// Ends the wait, and every later one at once.
    pub fn cancel(&self) {
        if let Some(cancel) = &self.0 {
            cancel();
        }
    }
}

impl fmt::Debug for Canceller {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Canceller").field(&self.0.is_some()).finish()
    }
}
