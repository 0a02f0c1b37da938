//! Work that a worker has done.

use crate::hub::{AccountOutcome, OperationId};

/// An operation on the accounts, and what became of it.
#[derive(Debug)]
pub(super) struct Completion {
    pub(super) operation: OperationId,
    pub(super) outcome: AccountOutcome,
}
