//! What the hub asks of the accounts.

use roomrtc_core::signaling::Credentials;

/// An operation on the accounts, for a worker off the event loop.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum AccountRequest {
    /// Make an account, with the password's hash. The name follows the grammar.
    Create(Credentials),
    /// Check a password. It has to take as long for a user who does not exist.
    Verify(Credentials),
}
