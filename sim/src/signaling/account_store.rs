//! Where a server keeps its accounts.

use roomrtc_server::hub::{AccountOutcome, AccountRequest};

/// Where a server keeps its accounts, which outlast it.
pub trait AccountStore {
    /// The names of all accounts.
    fn names(&self) -> Vec<String>;

    /// Does what the hub asks for.
    fn perform(&mut self, request: AccountRequest) -> AccountOutcome;
}
