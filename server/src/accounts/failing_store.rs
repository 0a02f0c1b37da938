//! A store that fails, for tests.

use super::{AccountStore, StoreError};

/// A store whose disk is gone.
pub(super) struct FailingStore;

fn error() -> StoreError {
    StoreError(rusqlite::Error::InvalidQuery)
}

impl AccountStore for FailingStore {
    fn names(&self) -> Result<Vec<String>, StoreError> {
        Err(error())
    }

    fn password_hash(&self, _name: &str) -> Result<Option<String>, StoreError> {
        Err(error())
    }

    fn create(
        &mut self,
        _name: &str,
        _password_hash: &str,
        _created_at: u64,
    ) -> Result<bool, StoreError> {
        Err(error())
    }
}
