//! Accounts: names, password hashes, sessions, invitations and missed calls that outlast the server.
//!
//! - **Passwords** are hashed with Argon2id (RFC 9106) and a random salt, and kept as PHC strings. A
//!   hash of another cost than today's is renewed at the next login. A login asks the store once and
//!   computes one hash, whoever exists and whatever the password is.
//! - **Tokens** of sessions and codes of invitations are random; the store keeps their SHA-256. A
//!   token is exchanged for its successor when it resumes its session, and stays valid until that one
//!   was used or 60 s have passed, since the answer may get lost with its connection. All tokens of a
//!   session have a part in common, by which one that was voided is known for as long as the session
//!   lasts: if it comes again, the session is revoked.
//! - **Storage** is behind a seam, [`Store`]. [`SqliteStore`] keeps everything in a write-ahead log
//!   that is synchronised before anything is confirmed, so what was confirmed survives a crash at any
//!   moment. What hashes nothing and waits at the same time is kept as one change, and answered when
//!   that is on the disk. Migrations are part of the program.
//! - **Other programs** may change the accounts while a server runs ([`OperatorStore`]). What they did
//!   is noted in the store, and a [`ChangeBell`] tells the server to look.
//! - **Bounds.** 16 sessions, 16 invitations and 100 missed calls per account; of more, the oldest go.
//!   Which sessions of guests go is the hub's to say, since it knows who is there.
//!
//! Everything in here takes time and runs on workers, never on the event loop.
//!
//! Left out: several servers on one store. A user whose hash is of another cost than today's takes
//! another time to be refused, until the user has logged in once.

mod account_listing;
mod account_store;
#[expect(clippy::module_inception, reason = "the accounts are what the module is about")]
mod accounts;
mod accounts_error;
mod backup_error;
mod batch_store;
mod batches;
mod change_bell;
mod data_directory;
#[cfg(test)]
pub(crate) mod failing_store;
mod guest_entry;
mod hash_memory;
mod invitation_store;
mod invitations;
mod lifetimes;
mod migrations;
mod missed_call_store;
mod new_token;
mod new_token_error;
mod open_error;
mod operator_store;
mod password_cost;
mod password_hasher;
mod password_hasher_error;
mod randomness;
mod resumption;
mod session_store;
mod sessions;
mod sqlite_accounts;
mod sqlite_batches;
mod sqlite_invitations;
mod sqlite_maintenance;
mod sqlite_missed_calls;
mod sqlite_operator;
mod sqlite_sessions;
mod sqlite_store;
mod store;
mod store_error;
mod stored_account;
mod stored_session;
#[cfg(test)]
mod test_accounts;
#[cfg(test)]
mod tests;
mod token_digest;

pub use account_listing::AccountListing;
pub use account_store::AccountStore;
pub use accounts::Accounts;
pub use accounts_error::AccountsError;
pub use backup_error::BackupError;
pub use batch_store::BatchStore;
pub use change_bell::ChangeBell;
pub use data_directory::DataDirectory;
pub use guest_entry::GuestEntry;
pub use hash_memory::HashMemory;
pub use invitation_store::InvitationStore;
pub use lifetimes::Lifetimes;
pub use missed_call_store::MissedCallStore;
pub use new_token::NewToken;
pub use new_token_error::NewTokenError;
pub use open_error::OpenError;
pub use operator_store::OperatorStore;
pub use password_cost::PasswordCost;
pub use password_hasher::PasswordHasher;
pub use password_hasher_error::PasswordHasherError;
pub use resumption::Resumption;
pub use session_store::SessionStore;
pub use sqlite_store::SqliteStore;
pub use store::Store;
pub use store_error::StoreError;
pub use stored_account::StoredAccount;
pub use token_digest::TokenDigest;
