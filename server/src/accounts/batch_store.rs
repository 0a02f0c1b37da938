//! The seam to storage: several things done as one.

use super::StoreError;

/// What makes one change of several. What the disk takes to remember one change it takes for all of a
/// batch.
pub trait BatchStore {
    /// Begins a batch. What is done from here on outlasts a crash, and others see it, once
    /// [`BatchStore::end_batch`] returns, and not before. A method that fails leaves nothing in it; a
    /// batch that nobody has ended is taken back.
    ///
    /// # Errors
    /// [`StoreError`] if nothing can be written.
    fn begin_batch(&mut self) -> Result<(), StoreError>;

    /// Ends the batch.
    ///
    /// # Errors
    /// [`StoreError`] if it cannot be written; then nothing of it may be relied on.
    fn end_batch(&mut self) -> Result<(), StoreError>;
}
