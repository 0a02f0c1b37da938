//! Work that a worker has done.

use crate::hub::{AccountChange, AccountOutcome, OperationId};

/// What became of a job.
#[derive(Debug)]
pub(in crate::shell) enum Completion {
    /// An operation on the accounts is done.
    Account { operation: OperationId, outcome: AccountOutcome },
    /// Whether the accounts can be read.
    Probed { is_readable: bool },
    /// What other programs did to the accounts. There may be more unless there was nothing.
    Changes(Vec<AccountChange>),
}
