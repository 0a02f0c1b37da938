//! What the hub asks of the accounts.

use roomrtc_core::signaling::{Credentials, Password, Token};

use super::SessionId;

/// An operation on the accounts, for a worker off the event loop.
///
/// Names follow the grammar only in [`AccountRequest::Create`]: elsewhere they may be any text that
/// is short enough.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum AccountRequest {
    /// Make an account, with the password's hash. The answer is [`super::AccountOutcome::Done`].
    Create(Credentials),
    /// Check a password and begin a session. It has to take as long for a user who does not exist.
    LogIn(Credentials),
    /// Go on with the session of this token, which is exchanged for another.
    Resume(Token),
    /// End this session.
    LogOut(SessionId),
    /// Change the password and end every session of the user; a new one begins.
    ChangePassword {
        /// The user.
        user: String,
        /// What is said to be its password.
        password: Password,
        /// What is to be its password; neither too short nor too long.
        new_password: Password,
    },
    /// Delete the account and all that belongs to it.
    Delete {
        /// The user.
        user: String,
        /// What is said to be its password.
        password: Password,
    },
    /// Make an invitation.
    CreateInvitation {
        /// The user who invites.
        user: String,
    },
    /// Make an invitation of this user's void; one that there is not is void already.
    RevokeInvitation {
        /// The user who invited.
        user: String,
        /// The invitation's code.
        code: Token,
    },
    /// Begin the session of a guest.
    Enter {
        /// The code of an invitation.
        code: Token,
        /// The name to show, to be kept with the session.
        name: String,
    },
    /// Keep a call that was missed, to be told at the next login. Nobody waits for the outcome of
    /// those that nobody asked for.
    NoteMissedCall {
        /// Who missed it.
        callee: String,
        /// Who called.
        caller: String,
        /// The name that the caller goes by, if it is a guest.
        name: Option<String>,
        /// When it was, in seconds since 1970.
        at: u64,
    },
    /// Forget missed calls.
    ForgetMissedCalls {
        /// Who missed them.
        user: String,
        /// The number of the last one to forget.
        number: u64,
    },
}

impl AccountRequest {
    /// Whether a password is hashed for it, which takes much longer than to store something.
    pub const fn hashes(&self) -> bool {
        matches!(
            self,
            AccountRequest::Create(_)
                | AccountRequest::LogIn(_)
                | AccountRequest::ChangePassword { .. }
                | AccountRequest::Delete { .. }
        )
    }
}
