//! What the thread of a recording's file is given.

use std::sync::mpsc::SyncSender;

/// What the thread of a recording's file is given.
pub(super) enum Batch {
    /// Bytes to write.
    Chunks(Vec<u8>),
    /// Whoever waits for what came before is told that it is written.
    Reached(SyncSender<()>),
    /// Nothing comes any more.
    End,
}
