//! The seam to storage as a whole.

use super::{AccountStore, InvitationStore, MissedCallStore, OperatorStore, SessionStore};

/// Where everything of the accounts is kept.
pub trait Store:
    AccountStore + SessionStore + InvitationStore + MissedCallStore + OperatorStore + Send
{
}

impl<T> Store for T where
    T: AccountStore + SessionStore + InvitationStore + MissedCallStore + OperatorStore + Send
{
}
