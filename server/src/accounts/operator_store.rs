//! The seam to storage: what an operator does, with or without a running server.

use super::StoreError;
use crate::hub::AccountChange;

/// What an operator may do to accounts. Each is noted for a server that runs at the same time. When
/// a method that writes returns, what it wrote outlasts a crash.
pub trait OperatorStore {
    /// Makes accounts at `now`, in seconds since 1970, of names and password hashes: all or none.
    /// Says of each whether its name was free, case aside.
    ///
    /// # Errors
    /// [`StoreError`] if they cannot be written.
    fn add_accounts(
        &mut self,
        now: u64,
        accounts: &[(String, String)],
    ) -> Result<Vec<bool>, StoreError>;

    /// Keeps an account from logging in, ends its sessions, its invitations and its guests'
    /// sessions; or lets it log in again. Says whether there is such an account.
    ///
    /// # Errors
    /// [`StoreError`] if it cannot be written.
    fn set_disabled(&mut self, name: &str, is_disabled: bool) -> Result<bool, StoreError>;

    /// Gives an account another password and ends its sessions. Says whether there is such an
    /// account.
    ///
    /// # Errors
    /// [`StoreError`] if it cannot be written.
    fn set_password(&mut self, name: &str, password_hash: &str) -> Result<bool, StoreError>;

    /// Removes an account and all that belongs to it. Says whether there was one.
    ///
    /// # Errors
    /// [`StoreError`] if it cannot be written.
    fn remove_account(&mut self, name: &str) -> Result<bool, StoreError>;

    /// At most `count` of the things that were done by other programs, in their order, and forgets
    /// them.
    ///
    /// # Errors
    /// [`StoreError`] if they cannot be read or forgotten.
    fn take_changes(&mut self, count: usize) -> Result<Vec<AccountChange>, StoreError>;
}
