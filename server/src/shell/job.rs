//! Work for a worker.

use crate::hub::{AccountRequest, OperationId};

/// An operation on the accounts, to be done off the event loop.
#[derive(Debug)]
pub(super) struct Job {
    pub(super) operation: OperationId,
    pub(super) request: AccountRequest,
}
