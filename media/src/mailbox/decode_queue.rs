//! Frames on their way to a decoder.

use std::collections::VecDeque;
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};

use crate::h264::AccessUnit;

/// A bounded queue of frames in decoding order. When it is full it is emptied, and what follows is
/// refused up to the next key frame, since nothing before that could be decoded. Copies are of the
/// same queue.
#[derive(Clone, Debug)]
pub struct DecodeQueue {
    state: Arc<(Mutex<State>, Condvar)>,
    capacity: usize,
}

/// The frames, whether a key frame must come next, and whether the queue is closed.
type State = (VecDeque<AccessUnit>, bool, bool);

impl DecodeQueue {
    /// An empty queue of so many frames at most.
    pub fn new(capacity: usize) -> Self {
        let state = (Mutex::new((VecDeque::with_capacity(capacity), false, false)), Condvar::new());
        Self { state: Arc::new(state), capacity: capacity.max(1) }
    }

    fn lock(&self) -> MutexGuard<'_, State> {
        self.state.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Adds a frame. Returns false where it was refused: a key frame is needed.
    pub fn put(&self, frame: AccessUnit) -> bool {
        let mut state = self.lock();
        let (frames, needs_key_frame, closed) = &mut *state;
        if *closed {
            return false;
        }
        if frames.len() >= self.capacity {
            frames.clear();
            *needs_key_frame = true;
        }
        if *needs_key_frame && !frame.is_key_frame {
            return false;
        }
        *needs_key_frame = false;
        frames.push_back(frame);
        self.state.1.notify_one();
        true
    }

    /// Waits for the next frame; `None` once the queue is closed and empty.
    pub fn take(&self) -> Option<AccessUnit> {
        let mut state = self.lock();
        while state.0.is_empty() && !state.2 {
            state = self.state.1.wait(state).unwrap_or_else(PoisonError::into_inner);
        }
        state.0.pop_front()
    }

    /// Closes the queue: what is in it can still be taken.
    pub fn close(&self) {
        self.lock().2 = true;
        self.state.1.notify_all();
    }

    /// Closes the queue and forgets what is in it.
    pub fn close_now(&self) {
        let mut state = self.lock();
        state.0.clear();
        state.2 = true;
        self.state.1.notify_all();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn frame(number: u8, is_key_frame: bool) -> AccessUnit {
        AccessUnit { data: vec![number], is_key_frame }
    }

    #[test]
    fn frames_keep_their_order() {
        let queue = DecodeQueue::new(3);
        for number in 0..3 {
            assert!(queue.put(frame(number, false)));
        }
        queue.close();
        let taken: Vec<u8> = std::iter::from_fn(|| queue.take()).map(|f| f.data[0]).collect();
        assert_eq!(taken, [0, 1, 2]);
        assert!(!queue.put(frame(9, true)), "closed");
    }

    #[test]
    fn an_overflow_waits_for_a_key_frame() {
        let queue = DecodeQueue::new(2);
        assert!(queue.put(frame(0, true)) && queue.put(frame(1, false)));
        assert!(!queue.put(frame(2, false)));
        assert!(!queue.put(frame(3, false)));
        assert!(queue.put(frame(4, true)) && queue.put(frame(5, false)));
        queue.close();
        let taken: Vec<u8> = std::iter::from_fn(|| queue.take()).map(|f| f.data[0]).collect();
        assert_eq!(taken, [4, 5]);
    }

    #[test]
    fn closing_at_once_wakes_a_waiting_thread_with_nothing() {
        let queue = DecodeQueue::new(2);
        let other = queue.clone();
        let waiting = std::thread::spawn(move || std::iter::from_fn(|| other.take()).count());
        queue.close_now();
        assert_eq!(waiting.join().expect("no panic"), 0);
    }
}
