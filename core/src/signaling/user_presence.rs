//! A user and its state.

use std::sync::Arc;

use super::UserState;

/// A user as `USER_LIST` names it.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct UserPresence {
    /// The user's name. Shared, because the server tells many the same.
    pub user: Arc<str>,
    /// Whether the user can be called.
    pub state: UserState,
}

impl UserPresence {
    /// The user `user` in `state`.
    pub fn new(user: impl Into<Arc<str>>, state: UserState) -> UserPresence {
        UserPresence { user: user.into(), state }
    }
}
