//! Steering a capture thread from others.

use std::fmt;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Condvar, Mutex, MutexGuard, PoisonError};
use std::time::Instant;

use super::capture_state::CaptureState;
use crate::source::{Canceller, SourceOpener};

/// What a capture thread shares with those that steer it.
pub(super) struct CaptureControl {
    state: Mutex<CaptureState>,
    changed: Condvar,
    wants_key_frame: AtomicBool,
}

impl CaptureControl {
    pub(super) fn new() -> CaptureControl {
        let state = CaptureState { is_stopped: false, wish: None, canceller: Canceller::none() };
        CaptureControl {
            state: Mutex::new(state),
            changed: Condvar::new(),
            wants_key_frame: AtomicBool::new(false),
        }
    }

    /// Wishes for another source, or none. The newest wish stands.
    pub(super) fn wish(&self, opener: Option<SourceOpener>) {
        self.change(|state| state.wish = Some(opener));
    }

    pub(super) fn stop(&self) {
        self.change(|state| state.is_stopped = true);
    }

    fn change(&self, change: impl FnOnce(&mut CaptureState)) {
        let mut state = self.lock();
        change(&mut state);
        state.canceller.cancel();
        drop(state);
        self.changed.notify_all();
    }

    pub(super) fn request_key_frame(&self) {
        self.wants_key_frame.store(true, Ordering::Relaxed);
    }

    pub(super) fn take_key_frame_request(&self) -> bool {
        self.wants_key_frame.swap(false, Ordering::Relaxed)
    }

    /// Waits for the next wish; `None` once the thread is to end.
    pub(super) fn next_wish(&self) -> Option<Option<SourceOpener>> {
        let mut state = self.lock();
        loop {
            if state.is_stopped {
                return None;
            }
            if let Some(wish) = state.wish.take() {
                return Some(wish);
            }
            state = self.changed.wait(state).unwrap_or_else(PoisonError::into_inner);
        }
    }

    /// A source is open: from here on a wish ends its wait, and one that is there does so at once.
    pub(super) fn install(&self, canceller: Canceller) {
        let mut state = self.lock();
        if state.is_interrupted() {
            canceller.cancel();
        }
        state.canceller = canceller;
    }

    /// Whether the source that is open has had its time.
    pub(super) fn is_interrupted(&self) -> bool {
        self.lock().is_interrupted()
    }

    /// Waits until `due`, or until the source has had its time: whether it has.
    pub(super) fn wait_until(&self, due: Instant) -> bool {
        let mut state = self.lock();
        while !state.is_interrupted() {
            let left = due.saturating_duration_since(Instant::now());
            if left.is_zero() {
                return false;
            }
            let waited = self.changed.wait_timeout(state, left);
            state = waited.unwrap_or_else(PoisonError::into_inner).0;
        }
        true
    }

    fn lock(&self) -> MutexGuard<'_, CaptureState> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl fmt::Debug for CaptureControl {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("CaptureControl").finish_non_exhaustive()
    }
}
