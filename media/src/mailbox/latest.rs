//! One value, the newest.

use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

/// A slot for one value between threads: putting replaces what was not taken. Copies are of the
/// same slot.
#[derive(Debug)]
pub struct Latest<T> {
    state: Arc<(Mutex<State<T>>, Condvar)>,
}

/// The value, and whether the slot is closed.
type State<T> = (Option<T>, bool);

impl<T> Latest<T> {
    /// An empty slot.
    pub fn new() -> Self {
        Self { state: Arc::new((Mutex::new((None, false)), Condvar::new())) }
    }

    fn lock(&self) -> MutexGuard<'_, State<T>> {
        self.state.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Puts a value. What comes back was replaced before anyone took it, or is the value itself
    /// where the slot is closed.
    pub fn put(&self, value: T) -> Option<T> {
        let mut state = self.lock();
        if state.1 {
            return Some(value);
        }
        let replaced = state.0.replace(value);
        self.state.1.notify_one();
        replaced
    }

    /// Takes the value if there is one.
    pub fn try_take(&self) -> Option<T> {
        self.lock().0.take()
    }

    /// Waits for a value and takes it; `None` once the slot is closed.
    pub fn take(&self) -> Option<T> {
        let mut state = self.lock();
        while state.0.is_none() && !state.1 {
            state = self.state.1.wait(state).unwrap_or_else(PoisonError::into_inner);
        }
        state.0.take()
    }

    /// Waits for a value for so long and takes it; `None` after that, or once the slot is closed.
    pub fn take_within(&self, most: Duration) -> Option<T> {
        let due = Instant::now() + most;
        let mut state = self.lock();
        while state.0.is_none() && !state.1 {
            let left = due.saturating_duration_since(Instant::now());
            if left.is_zero() {
                break;
            }
            let waited = self.state.1.wait_timeout(state, left);
            state = waited.unwrap_or_else(PoisonError::into_inner).0;
        }
        state.0.take()
    }

    /// Closes the slot: a value in it can still be taken, none can be put, and nobody waits.
    pub fn close(&self) {
        self.lock().1 = true;
        self.state.1.notify_all();
    }

    /// Whether the slot is closed.
    pub fn is_closed(&self) -> bool {
        self.lock().1
    }
}

impl<T> Clone for Latest<T> {
    fn clone(&self) -> Self {
        Self { state: Arc::clone(&self.state) }
    }
}

impl<T> Default for Latest<T> {
    fn default() -> Self {
        Self::new()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_newest_value_wins() {
        let slot = Latest::new();
        assert_eq!(slot.put(1), None);
        assert_eq!(slot.put(2), Some(1));
        assert_eq!(slot.take(), Some(2));
        assert_eq!(slot.try_take(), None);
    }

    #[test]
    fn a_waiting_thread_gets_the_value() {
        let slot = Latest::new();
        let other = slot.clone();
        let waiting = std::thread::spawn(move || other.take());
        slot.put(7);
        assert_eq!(waiting.join().expect("no panic"), Some(7));
    }

    #[test]
    fn closing_wakes_and_leaves_the_last_value() {
        let slot = Latest::new();
        let other = slot.clone();
        let waiting = std::thread::spawn(move || (other.take(), other.take()));
        slot.put(1);
        slot.close();
        assert_eq!(waiting.join().expect("no panic"), (Some(1), None));
        assert_eq!(slot.put(2), Some(2));
        assert!(slot.is_closed());
    }

    #[test]
    fn waiting_has_an_end() {
        let slot = Latest::<u8>::new();
        assert_eq!(slot.take_within(Duration::from_millis(1)), None);
        slot.put(3);
        assert_eq!(slot.take_within(Duration::from_secs(3_600)), Some(3));
    }

    #[test]
    fn a_fast_writer_never_makes_the_slot_grow_or_go_back() {
        let slot = Latest::new();
        let other = slot.clone();
        let reader = std::thread::spawn(move || {
            let taken: Vec<u32> = std::iter::from_fn(|| other.take()).collect();
            taken.is_sorted_by(|a, b| a < b) && taken.last() == Some(&9_999)
        });
        (0..10_000).for_each(|value| {
            slot.put(value);
        });
        slot.close();
        assert!(reader.join().expect("no panic"));
    }
}
