//! The seam to storage: accounts.

use super::{AccountListing, StoreError, StoredAccount};

/// Where accounts are kept. When a method that writes returns, what it wrote outlasts a crash.
pub trait AccountStore {
    /// The names of all accounts.
    ///
    /// # Errors
    /// [`StoreError`] if they cannot be read.
    fn names(&self) -> Result<Vec<String>, StoreError>;

    /// Everything of all accounts that an operator may see.
    ///
    /// # Errors
    /// [`StoreError`] if they cannot be read.
    fn accounts(&self) -> Result<Vec<AccountListing>, StoreError>;

    /// The account of exactly this name.
    ///
    /// # Errors
    /// [`StoreError`] if it cannot be read.
    fn account(&self, name: &str) -> Result<Option<StoredAccount>, StoreError>;

    /// Makes an account at `now`, in seconds since 1970. Says whether the name was free, case
    /// aside.
    ///
    /// # Errors
    /// [`StoreError`] if it cannot be written.
    fn create(&mut self, now: u64, name: &str, password_hash: &str) -> Result<bool, StoreError>;

    /// Puts `new_hash` in the place of `password_hash`, of the same password at another cost. Says
    /// whether that was the hash still.
    ///
    /// # Errors
    /// [`StoreError`] if it cannot be written.
    fn hash_anew(
        &mut self,
        name: &str,
        password_hash: &str,
        new_hash: &str,
    ) -> Result<bool, StoreError>;

    /// Removes an account and all that belongs to it, if its password's hash is still this one.
    /// Says whether it was.
    ///
    /// # Errors
    /// [`StoreError`] if it cannot be written.
    fn delete(&mut self, name: &str, password_hash: &str) -> Result<bool, StoreError>;
}
