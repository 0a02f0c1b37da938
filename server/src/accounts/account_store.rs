//! The seam to storage.

use super::StoreError;

/// Where accounts are kept.
pub trait AccountStore: Send {
    /// The names of all accounts.
    ///
    /// # Errors
    /// [`StoreError`] if they cannot be read.
    fn names(&self) -> Result<Vec<String>, StoreError>;

    /// The password hash of the account of exactly this name, a PHC string.
    ///
    /// # Errors
    /// [`StoreError`] if it cannot be read.
    fn password_hash(&self, name: &str) -> Result<Option<String>, StoreError>;

    /// Makes an account, `created_at` in seconds since 1970. Says whether the name was free, case
    /// aside. When this returns, the account outlasts a crash.
    ///
    /// # Errors
    /// [`StoreError`] if it cannot be written.
    fn create(
        &mut self,
        name: &str,
        password_hash: &str,
        created_at: u64,
    ) -> Result<bool, StoreError>;
}
