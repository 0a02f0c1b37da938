//! Why the store failed.

/// The store could not be read or written.
#[derive(Debug, thiserror::Error)]
#[error("the account database failed: {0}")]
pub struct StoreError(#[from] pub rusqlite::Error);
