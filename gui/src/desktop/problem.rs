//! What stands in the way of what the user asked for.

use roomrtc_core::signaling::ErrorCode;

use super::{Field, LocalServerProblem, ServerLoss};

/// Why what the user asked for was not done.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Problem {
    /// No server was named.
    ServerMissing,
    /// The server's address is not of the form `host` or `host:port`.
    ServerUnreadable,
    /// There is no connection to the server.
    Server(ServerLoss),
    /// The server has another certificate than before: the user has to decide first.
    CertificateChanged,
    /// No user name was given.
    UserMissing,
    /// The user name does not follow the grammar of names.
    UserInvalid,
    /// No password was given.
    PasswordMissing,
    /// The password has fewer characters than it must have.
    PasswordTooShort {
        /// How many it must have.
        least: usize,
    },
    /// The password has more bytes than it may have.
    PasswordTooLong,
    /// The two new passwords differ.
    PasswordsDiffer,
    /// The invitation is neither a link nor a code.
    InvitationUnreadable,
    /// No name to go by was given.
    GuestNameMissing,
    /// The name to go by is longer than it may be.
    GuestNameTooLong,
    /// "Try it here" cannot be had.
    LocalServer(LocalServerProblem),
    /// The server has refused it.
    Refused(ErrorCode),
    /// The login is over: it takes the password again.
    SessionOver,
}

impl Problem {
    /// The field beside which it is shown; `None` for the form as a whole.
    pub const fn field(self) -> Option<Field> {
        match self {
            Problem::ServerMissing | Problem::ServerUnreadable => Some(Field::Server),
            Problem::Server(_) | Problem::CertificateChanged => Some(Field::Server),
            Problem::UserMissing | Problem::UserInvalid => Some(Field::User),
            Problem::PasswordMissing => Some(Field::Password),
            Problem::PasswordTooShort { .. } | Problem::PasswordTooLong => Some(Field::Password),
            Problem::PasswordsDiffer => Some(Field::NewPassword),
            Problem::InvitationUnreadable => Some(Field::Invitation),
            Problem::GuestNameMissing | Problem::GuestNameTooLong => Some(Field::GuestName),
            Problem::Refused(code) => Problem::field_of(code),
            Problem::LocalServer(_) | Problem::SessionOver => None,
        }
    }

    const fn field_of(code: ErrorCode) -> Option<Field> {
        match code {
            ErrorCode::WrongCredentials | ErrorCode::PasswordInvalid => Some(Field::Password),
            ErrorCode::UserNameTaken | ErrorCode::UserNameInvalid => Some(Field::User),
            ErrorCode::UnknownInvitation => Some(Field::Invitation),
            ErrorCode::GuestNameInvalid => Some(Field::GuestName),
            _ => None,
        }
    }
}
