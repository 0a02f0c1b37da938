//! Work for a worker.

use std::net::IpAddr;

use crate::hub::{AccountRequest, OperationId};

/// Something to be done off the event loop.
#[derive(Debug)]
pub(in crate::shell) enum Job {
    /// An operation on the accounts.
    Account {
        operation: OperationId,
        /// The address that it is done for, if somebody waits for it.
        address: Option<IpAddr>,
        request: AccountRequest,
    },
    /// Find out whether the accounts can be read.
    Probe,
    /// Find out what other programs did to the accounts.
    TakeChanges,
}

impl Job {
    /// Whether it may be done as one with others: it only stores something.
    pub(super) const fn is_stored(&self) -> bool {
        matches!(self, Job::Account { request, .. } if !request.hashes())
    }
}
