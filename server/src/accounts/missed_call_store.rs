//! The seam to storage: calls that nobody took.

use super::StoreError;
use roomrtc_core::signaling::MissedCall;

/// Where missed calls are kept. When a method that writes returns, what it wrote outlasts a crash.
pub trait MissedCallStore {
    /// The calls that `callee` has missed and not forgotten, oldest first.
    ///
    /// # Errors
    /// [`StoreError`] if they cannot be read.
    fn missed_calls(&self, callee: &str) -> Result<Vec<MissedCall>, StoreError>;

    /// Keeps a missed call under the next number of `callee`, and drops the oldest of too many.
    /// `at` is in seconds since 1970; `name` is what a guest calls itself. Gives the number back;
    /// nothing is kept for an account that does not exist.
    ///
    /// # Errors
    /// [`StoreError`] if it cannot be written.
    fn note_missed_call(
        &mut self,
        at: u64,
        callee: &str,
        caller: &str,
        name: Option<&str>,
    ) -> Result<Option<u64>, StoreError>;

    /// Forgets the missed calls of `callee` up to this number.
    ///
    /// # Errors
    /// [`StoreError`] if it cannot be written.
    fn forget_missed_calls(&mut self, callee: &str, number: u64) -> Result<(), StoreError>;
}
