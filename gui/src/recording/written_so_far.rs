//! Waiting for what is recorded.

use std::sync::mpsc::{SyncSender, sync_channel};

use super::batch::Batch;

/// Waits for what has been recorded so far.
#[derive(Debug)]
pub struct WrittenSoFar {
    pub(super) chunks: SyncSender<Batch>,
}

impl WrittenSoFar {
    /// Waits until everything that was handed over before is in the file, or the recording has ended.
    pub fn wait(&self) {
        let (reached, is_written) = sync_channel(1);
        if self.chunks.send(Batch::Reached(reached)).is_ok() {
            // Who does not answer has ended.
            let _ = is_written.recv();
        }
    }
}
