//! Where buffers wait.

use std::sync::{Arc, Mutex, PoisonError};

/// The buffers of a pool that nobody uses. Copies are of the same shelf.
#[derive(Clone, Debug)]
pub(super) struct Shelf {
    buffers: Arc<Mutex<Vec<Vec<u8>>>>,
    capacity: usize,
}

impl Shelf {
    pub(super) fn new(capacity: usize) -> Self {
        Self { buffers: Arc::default(), capacity }
    }

    /// A buffer of exactly this length, with whatever was in it.
    pub(super) fn take(&self, length: usize) -> Vec<u8> {
        let mut buffers = self.buffers.lock().unwrap_or_else(PoisonError::into_inner);
        // Buffers of another size are of no use: the source has changed.
        buffers.retain(|buffer| buffer.len() == length);
        let recycled = buffers.pop();
        drop(buffers);
        recycled.unwrap_or_else(|| vec![0; length])
    }

    pub(super) fn put_back(&self, buffer: Vec<u8>) {
        let mut buffers = self.buffers.lock().unwrap_or_else(PoisonError::into_inner);
        if buffers.len() < self.capacity {
            buffers.push(buffer);
        }
    }

    #[cfg(test)]
    pub(super) fn len(&self) -> usize {
        self.buffers.lock().unwrap_or_else(PoisonError::into_inner).len()
    }
}
