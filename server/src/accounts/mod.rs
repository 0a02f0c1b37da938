//! Accounts: names and password hashes that outlast the server.
//!
//! Passwords are hashed with Argon2id (RFC 9106) and a random salt, and kept as PHC strings.
//! [`SqliteStore`] keeps them in a write-ahead log that is synchronised before anything is
//! confirmed, so a confirmed account survives a crash at any moment. Everything in here takes time
//! and runs on workers, never on the event loop.
//!
//! Left out, for later: changing a password, deleting an account, session tokens.

mod account_store;
#[expect(clippy::module_inception, reason = "the accounts are what the module is about")]
mod accounts;
mod data_directory;
#[cfg(test)]
mod failing_store;
mod hash_memory;
mod open_error;
mod password_cost;
mod password_hasher;
mod password_hasher_error;
mod sqlite_store;
mod store_error;

pub use account_store::AccountStore;
pub use accounts::Accounts;
pub use data_directory::DataDirectory;
pub use hash_memory::HashMemory;
pub use open_error::OpenError;
pub use password_cost::PasswordCost;
pub use password_hasher::PasswordHasher;
pub use password_hasher_error::PasswordHasherError;
pub use sqlite_store::SqliteStore;
pub use store_error::StoreError;
