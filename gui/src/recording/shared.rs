//! What the writers of a file share with it.

use std::sync::atomic::{AtomicU16, Ordering};
use std::sync::{Mutex, PoisonError};

/// What the writers of a file share with it.
#[derive(Debug, Default)]
pub(super) struct Shared {
    sessions: AtomicU16,
    fault: Mutex<Option<String>>,
}

impl Shared {
    /// A number for the next session.
    pub(super) fn next_session(&self) -> u16 {
        self.sessions.fetch_add(1, Ordering::Relaxed)
    }

    /// How many sessions have begun.
    pub(super) fn sessions(&self) -> u16 {
        self.sessions.load(Ordering::Relaxed)
    }

    /// Notes why the recording has ended; the first reason stands.
    pub(super) fn fail(&self, text: String) {
        self.fault.lock().unwrap_or_else(PoisonError::into_inner).get_or_insert(text);
    }

    /// Why the recording has ended, if it has.
    pub(super) fn fault(&self) -> Option<String> {
        self.fault.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }
}
