//! The seam to storage as a whole.

use super::{
    AccountStore, BatchStore, InvitationStore, MissedCallStore, OperatorStore, SessionStore,
};

/// Where everything of the accounts is kept.
pub trait Store:
    AccountStore + BatchStore + SessionStore + InvitationStore + MissedCallStore + OperatorStore + Send
{
}

impl<T> Store for T where
    T: AccountStore
        + BatchStore
        + SessionStore
        + InvitationStore
        + MissedCallStore
        + OperatorStore
        + Send
{
}
