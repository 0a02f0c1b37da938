//! Stopping a server from elsewhere.

use std::io;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use mio::Waker;

/// Stops a [`super::Server`] from another thread.
#[derive(Clone, Debug)]
pub struct ServerHandle {
    pub(super) stopping: Arc<AtomicBool>,
    pub(super) waker: Arc<Waker>,
}

impl ServerHandle {
    /// Makes [`super::Server::run`] finish what is under way, and return. Once is enough.
    ///
    /// # Errors
    /// What the system says if the server cannot be woken.
    pub fn stop(&self) -> io::Result<()> {
        self.stopping.store(true, Ordering::Release);
        self.waker.wake()
    }

    pub(super) fn is_stopping(&self) -> bool {
        self.stopping.load(Ordering::Acquire)
    }
}
