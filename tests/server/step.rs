//! What can happen in a network of clients.

use proptest::prelude::*;

/// One thing that happens. Users are numbered.
#[derive(Clone, Copy, Debug)]
pub(super) enum Step {
    /// A user's connection is made.
    Connect(usize),
    /// A user's connection breaks; what is under way on it is lost.
    Disconnect(usize),
    /// A user logs in.
    LogIn(usize),
    /// A user logs in with its session.
    Resume(usize),
    /// The server begins anew.
    Restart,
    /// A user logs out.
    LogOut(usize),
    /// A user invites another.
    Invite(usize, usize),
    /// A user accepts what rings.
    Accept(usize),
    /// A user declines what rings.
    Reject(usize),
    /// A user hangs up or cancels.
    EndCall(usize),
    /// A user sends a description.
    Describe(usize),
    /// The oldest message under way from a user reaches the hub.
    ReachHub(usize),
    /// The hub's next message for a user reaches it.
    ReachClient(usize),
    /// Operations on the accounts are done.
    FinishOperations,
    /// So many seconds pass.
    Wait(u8),
}

impl Step {
    /// Steps of so many users, deliveries more often than anything else.
    pub(super) fn any(users: usize) -> impl Strategy<Value = Step> {
        let user = move || 0..users;
        prop_oneof![
            1 => user().prop_map(Step::Connect),
            1 => user().prop_map(Step::Disconnect),
            3 => user().prop_map(Step::LogIn),
            3 => user().prop_map(Step::Resume),
            1 => Just(Step::Restart),
            1 => user().prop_map(Step::LogOut),
            6 => (user(), user()).prop_map(|(caller, callee)| Step::Invite(caller, callee)),
            6 => user().prop_map(Step::Accept),
            2 => user().prop_map(Step::Reject),
            2 => user().prop_map(Step::EndCall),
            4 => user().prop_map(Step::Describe),
            20 => user().prop_map(Step::ReachHub),
            20 => user().prop_map(Step::ReachClient),
            3 => Just(Step::FinishOperations),
            1 => (0..40_u8).prop_map(Step::Wait),
        ]
    }
}
