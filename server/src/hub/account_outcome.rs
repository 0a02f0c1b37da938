//! What became of an operation on the accounts.

use std::time::Duration;

use roomrtc_core::signaling::{MissedCall, Token};

use super::{SessionGrant, UserSession};

/// The answer to an [`super::AccountRequest`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum AccountOutcome {
    /// It was done, and outlasts a crash.
    Done,
    /// There is an account of that name, or of one that differs only in case.
    NameTaken,
    /// The password is the user's, or the token that of a session of the user's.
    LoggedIn {
        /// Who.
        user: String,
        /// The session and its new token.
        grant: SessionGrant,
        /// The calls it has missed, oldest first.
        missed: Vec<MissedCall>,
    },
    /// There is no such user, or the password is another.
    WrongCredentials,
    /// The user was disabled by the operator.
    Disabled,
    /// There is no such session, or it is over.
    UnknownSession,
    /// The token was voided before, so somebody has a copy of it: this session has ended.
    Replayed(UserSession),
    /// The password was changed.
    PasswordChanged {
        /// The one session that the user now has.
        grant: SessionGrant,
    },
    /// An invitation was made.
    Invitation {
        /// Its code.
        code: Token,
        /// How long it is good.
        lifetime: Duration,
        /// The guests' sessions that have ended with an older invitation.
        ended: Vec<UserSession>,
    },
    /// An invitation is void, if there was one.
    InvitationRevoked {
        /// The guests' sessions that have ended with it.
        ended: Vec<UserSession>,
    },
    /// A guest has entered, or its session goes on.
    Entered {
        /// The user who invited it.
        inviter: String,
        /// The name that the server has given it.
        guest: String,
        /// The name that it goes by.
        name: String,
        /// The session and its new token.
        grant: SessionGrant,
        /// The sessions of the inviter's other guests, oldest first, if this one is new.
        others: Vec<UserSession>,
    },
    /// A missed call is kept.
    MissedCallNoted {
        /// Who has missed it.
        callee: String,
        /// The call, with its number.
        missed: MissedCall,
    },
    /// There is no such invitation, or it is over.
    UnknownInvitation,
    /// Too many operations wait; this one was not begun.
    Overloaded,
    /// The store could not be read or written.
    Failed,
}
