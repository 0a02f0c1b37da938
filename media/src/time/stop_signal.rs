//! Telling a thread to end.

use std::sync::{Arc, Condvar, Mutex, PoisonError};
use std::time::Instant;

/// A flag that a thread can wait on until a given time. Copies are of the same flag.
#[derive(Clone, Debug, Default)]
pub struct StopSignal {
    state: Arc<(Mutex<bool>, Condvar)>,
}

impl StopSignal {
    /// A flag that is not raised.
    pub fn new() -> Self {
        Self::default()
    }

    /// Raises the flag and wakes all that wait.
    pub fn stop(&self) {
        *self.state.0.lock().unwrap_or_else(PoisonError::into_inner) = true;
        self.state.1.notify_all();
    }

    /// Whether the flag is raised.
    pub fn is_stopped(&self) -> bool {
        *self.state.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Waits until `due` or until the flag is raised. Returns whether it is raised.
    pub fn wait_until(&self, due: Instant) -> bool {
        let mut stopped = self.state.0.lock().unwrap_or_else(PoisonError::into_inner);
        while !*stopped {
            let left = due.saturating_duration_since(Instant::now());
            if left.is_zero() {
                break;
            }
            let waited = self.state.1.wait_timeout(stopped, left);
            stopped = waited.unwrap_or_else(PoisonError::into_inner).0;
        }
        *stopped
    }
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use super::*;

    #[test]
    fn a_raised_flag_ends_a_long_wait() {
        let signal = StopSignal::new();
        let other = signal.clone();
        let hour = Instant::now() + Duration::from_secs(3_600);
        let waiting = std::thread::spawn(move || other.wait_until(hour));
        signal.stop();
        assert!(waiting.join().expect("no panic"));
        assert!(signal.is_stopped());
    }

    #[test]
    fn a_time_that_is_past_is_not_waited_for() {
        assert!(!StopSignal::new().wait_until(Instant::now()));
    }
}
