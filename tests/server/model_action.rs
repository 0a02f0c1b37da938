//! What a user can do in the reference model.

use proptest::prelude::*;

/// One thing that is done, at once and whole. Users are numbered.
#[derive(Clone, Copy, Debug)]
pub(super) enum ModelAction {
    /// Logs in, by a session where there is one.
    LogIn(usize),
    /// Loses its connection.
    Lose(usize),
    /// Logs out and is gone.
    LogOut(usize),
    /// Calls another.
    Invite(usize, usize),
    /// Accepts a call of another.
    Accept(usize, usize),
    /// Declines a call of another.
    Reject(usize, usize),
    /// Ends its call with another.
    End(usize, usize),
    /// Says that its call with another stands.
    Rejoin(usize, usize),
    /// So many seconds pass.
    Wait(u8),
    /// The server begins anew.
    Restart,
}

impl ModelAction {
    /// Actions of so many users.
    pub(super) fn any(users: usize) -> impl Strategy<Value = ModelAction> {
        let user = move || 0..users;
        let two = move || (0..users, 0..users);
        prop_oneof![
            6 => user().prop_map(ModelAction::LogIn),
            2 => user().prop_map(ModelAction::Lose),
            1 => user().prop_map(ModelAction::LogOut),
            6 => two().prop_map(|(user, other)| ModelAction::Invite(user, other)),
            6 => two().prop_map(|(user, other)| ModelAction::Accept(user, other)),
            1 => two().prop_map(|(user, other)| ModelAction::Reject(user, other)),
            1 => two().prop_map(|(user, other)| ModelAction::End(user, other)),
            6 => two().prop_map(|(user, other)| ModelAction::Rejoin(user, other)),
            2 => (0..40_u8).prop_map(ModelAction::Wait),
            1 => Just(ModelAction::Restart),
        ]
    }
}
