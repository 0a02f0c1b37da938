//! Where accounts are kept.

use std::path::PathBuf;

/// Where a server keeps its accounts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum StoreLocation {
    /// In this directory, which is made if it does not exist.
    Directory(PathBuf),
    /// In memory: gone with the server. For demonstrations and tests.
    Memory,
}
