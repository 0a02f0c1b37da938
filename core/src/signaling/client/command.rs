//! What an application asks of a client.

use crate::sdp::{CandidateInit, DescriptionKind};

use super::super::{Credentials, Password, Token};

/// A command to a client: plain data. Those about the call mean the one that there is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Command {
    /// Make an account. [`super::Event::Registered`] follows.
    Register(Credentials),
    /// Log in. [`super::Event::LoggedIn`] follows.
    Login(Credentials),
    /// Log in again with the token of a session: that of [`super::Client::session`], or one that
    /// was kept. [`super::Event::Resumed`] follows, and a detached call is rejoined.
    Resume(Token),
    /// Log in as a guest. [`super::Event::LoggedIn`] follows.
    Enter {
        /// The code of an invitation.
        code: Token,
        /// The name to go by: 1 to [`crate::signaling::limits::MAX_GUEST_NAME`] bytes.
        name: String,
    },
    /// Change the password. [`super::Event::PasswordChanged`] follows.
    ChangePassword {
        /// The password as it is.
        password: Password,
        /// The password as it is to be.
        new_password: Password,
    },
    /// Delete the account. [`super::Event::AccountDeleted`] follows.
    DeleteAccount {
        /// The account's password.
        password: Password,
    },
    /// Make an invitation for guests. [`super::Event::Invitation`] follows.
    CreateInvitation,
    /// Make an invitation void. [`super::Event::InvitationRevoked`] follows.
    RevokeInvitation {
        /// Its code.
        code: Token,
    },
    /// Missed calls up to this one need not be told again. No event follows.
    ForgetMissedCalls {
        /// The number of the newest of them.
        number: u64,
    },
    /// Log out, which ends the call. [`super::Event::LoggedOut`] follows.
    Logout,
    /// Ask for the full list of users again; after a login it comes without being asked for.
    ListUsers,
    /// Call a user. [`super::Event::Ringing`] follows.
    Invite {
        /// The callee.
        user: String,
    },
    /// Accept the incoming call. [`super::Event::CallAccepted`] follows; until then, and after it,
    /// only [`Command::EndCall`] ends it.
    Accept,
    /// Decline the incoming call. No event follows.
    Reject,
    /// Send a description to the other party.
    SendDescription {
        /// Offer or answer.
        kind: DescriptionKind,
        /// The description, RFC 8866.
        sdp: String,
    },
    /// Send a candidate to the other party.
    SendCandidate(CandidateInit),
    /// Hang up, or cancel the invitation, or let go of a detached call; the server is told when it
    /// can be. No event follows.
    EndCall,
}
