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
    /// Accepts a call of another: their last, or one so many before.
    Accept(usize, usize, usize),
    /// Declines such a call of another.
    Reject(usize, usize, usize),
    /// Ends such a call with another.
    End(usize, usize, usize),
    /// Ends its call with another, if it is what it was last called for on this connection.
    EndInvited(usize, usize),
    /// Says that such a call with another stands.
    Rejoin(usize, usize, usize),
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
        // Of every few, one is about a call that is past.
        let which = move || (0..users, 0..users, prop_oneof![3 => Just(0), 1 => 1..3_usize]);
        prop_oneof![
            6 => user().prop_map(ModelAction::LogIn),
            2 => user().prop_map(ModelAction::Lose),
            1 => user().prop_map(ModelAction::LogOut),
            6 => two().prop_map(|(user, other)| ModelAction::Invite(user, other)),
            8 => which().prop_map(|(user, other, back)| ModelAction::Accept(user, other, back)),
            2 => which().prop_map(|(user, other, back)| ModelAction::Reject(user, other, back)),
            2 => which().prop_map(|(user, other, back)| ModelAction::End(user, other, back)),
            1 => two().prop_map(|(user, other)| ModelAction::EndInvited(user, other)),
            8 => which().prop_map(|(user, other, back)| ModelAction::Rejoin(user, other, back)),
            2 => (0..40_u8).prop_map(ModelAction::Wait),
            1 => Just(ModelAction::Restart),
        ]
    }
}
