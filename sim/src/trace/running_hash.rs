//! The hash of all events so far.

use std::fmt;

use xxhash_rust::xxh3::Xxh3;

/// The xxh3-64 of all events so far.
#[derive(Clone)]
pub(super) struct RunningHash(Box<Xxh3>);

impl RunningHash {
    pub(super) fn update(&mut self, bytes: &[u8]) {
        self.0.update(bytes);
    }

    pub(super) fn value(&self) -> u64 {
        self.0.digest()
    }
}

impl Default for RunningHash {
    fn default() -> RunningHash {
        RunningHash(Box::new(Xxh3::new()))
    }
}

impl fmt::Debug for RunningHash {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "RunningHash({:016x})", self.value())
    }
}
