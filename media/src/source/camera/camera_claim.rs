//! One user of a camera at a time.

use std::collections::BTreeSet;
use std::sync::{Condvar, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

/// The cameras that this program has open, by their numbers.
static OPEN: Mutex<BTreeSet<u32>> = Mutex::new(BTreeSet::new());

/// Told when one of them is closed.
static CLOSED: Condvar = Condvar::new();

/// The right to open a camera, held as long as it is open: whoever opens it next (a call after the
/// preview) waits until its driver has let go of it.
#[derive(Debug)]
pub(super) struct CameraClaim {
    index: u32,
}

impl CameraClaim {
    /// Waits until nobody here has this camera, for so long; `None` after that.
    pub(super) fn take(index: u32, patience: Duration) -> Option<CameraClaim> {
        let due = Instant::now() + patience;
        let mut open = lock();
        while open.contains(&index) {
            let left = due.saturating_duration_since(Instant::now());
            if left.is_zero() {
                return None;
            }
            open = CLOSED.wait_timeout(open, left).unwrap_or_else(PoisonError::into_inner).0;
        }
        open.insert(index);
        Some(CameraClaim { index })
    }
}

impl Drop for CameraClaim {
    fn drop(&mut self) {
        lock().remove(&self.index);
        CLOSED.notify_all();
    }
}

fn lock() -> MutexGuard<'static, BTreeSet<u32>> {
    OPEN.lock().unwrap_or_else(PoisonError::into_inner)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_next_waits_for_the_one_before() {
        let first = CameraClaim::take(4_001, Duration::ZERO).expect("free");
        assert!(CameraClaim::take(4_001, Duration::ZERO).is_none());
        assert!(CameraClaim::take(4_002, Duration::ZERO).is_some());
        let waiting =
            std::thread::spawn(|| CameraClaim::take(4_001, Duration::from_secs(3_600)).is_some());
        drop(first);
        assert!(waiting.join().expect("no panic"));
    }
}
