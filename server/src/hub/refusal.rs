//! Why the hub refuses a request.

use roomrtc_core::signaling::limits::{
    MAX_CANDIDATE, MAX_GUEST_NAME, MAX_PASSWORD, MAX_SDP, MIN_PASSWORD,
};
use roomrtc_core::signaling::{DecodeError, ErrorCode, FrameError, MessageError, PROTOCOL_VERSION};

/// A refusal: its sentence is what a user reads.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Refusal {
    /// The message cannot be read.
    #[error("The message could not be read: {0}.")]
    Unreadable(DecodeError),
    /// Only the server sends such messages.
    #[error("{0} is a message that only the server sends.")]
    NotARequest(&'static str),
    /// The request needs a login.
    #[error("Log in first.")]
    NotLoggedIn,
    /// The connection is logged in.
    #[error("You are logged in already. Log out first.")]
    AlreadyLoggedIn,
    /// The user is logged in on another connection.
    #[error("{0} is logged in elsewhere. Log out there first.")]
    LoggedInElsewhere(String),
    /// No such user, or another password: which of them is not said.
    #[error("The user name or the password is wrong.")]
    WrongCredentials,
    /// There is an account of this name.
    #[error("The name {0} is taken.")]
    UserNameTaken(String),
    /// The name does not follow the grammar.
    #[error(
        "A user name has 1 to 32 letters (a to z), digits, dots, hyphens and underscores, and \
         begins with a letter or a digit, and not with \"guest-\"."
    )]
    UserNameInvalid,
    /// The password is too short or too long.
    #[error("A password has at least {MIN_PASSWORD} characters and at most {MAX_PASSWORD} bytes.")]
    PasswordInvalid,
    /// There is no such user.
    #[error("There is no user called {0}.")]
    UnknownUser(String),
    /// The user is not logged in.
    #[error("{0} is offline.")]
    UserOffline(String),
    /// The user is in a call.
    #[error("{0} is busy with another call.")]
    UserBusy(String),
    /// One cannot call oneself.
    #[error("You cannot call yourself.")]
    SelfCall,
    /// The one who asks is in a call.
    #[error("You are in a call already. End it first.")]
    InCall,
    /// There is no such call, or not in a stage for this.
    #[error("There is no call with {0} for this.")]
    NoCall(String),
    /// A description is too long.
    #[error("A session description may have {MAX_SDP} bytes.")]
    DescriptionTooLong,
    /// A candidate is too long.
    #[error("A candidate may have {MAX_CANDIDATE} bytes.")]
    CandidateTooLong,
    /// Too much waits for the other party.
    #[error("{0} does not read what was sent before. Try again later.")]
    UserNotReading(String),
    /// The connection's previous request is under way.
    #[error("Your previous request is still being worked on.")]
    RequestPending,
    /// The connection did too much without logging in.
    #[error("That was too much without a login. The connection is being closed.")]
    TooManyAttempts,
    /// The connection did not log in in time.
    #[error("Nobody logged in in time. The connection is being closed.")]
    LoginTimeout,
    /// The server has too much to do.
    #[error("The server has too much to do at the moment. Try again later.")]
    Overloaded,
    /// The first message was another.
    #[error("The first message of a connection is HELLO. The connection is being closed.")]
    HelloExpected,
    /// The client is too old. Holds its version.
    #[error(
        "The server speaks version {PROTOCOL_VERSION} of the protocol, and the client only version \
         {0}. The connection is being closed."
    )]
    UnsupportedVersion(u32),
    /// The user has logged in on another connection.
    #[error("You have logged in elsewhere. The connection is being closed.")]
    TakenOver,
    /// Too many passwords were wrong. Holds the seconds to wait.
    #[error("Too many passwords were wrong. Try again in {0} seconds.")]
    TryLater(u64),
    /// There is no such session.
    #[error("The session is over. Log in with your password.")]
    UnknownSession,
    /// The session was revoked.
    #[error("Your session was ended elsewhere. The connection is being closed.")]
    SessionRevoked,
    /// There is no such invitation.
    #[error("The invitation is not good, or not any more.")]
    UnknownInvitation,
    /// The name that a guest wants to go by cannot be shown.
    #[error("A guest's name has 1 to {MAX_GUEST_NAME} bytes and no control characters.")]
    GuestNameInvalid,
    /// The request needs an account.
    #[error("Guests cannot do this.")]
    NotForGuests,
    /// The one who invited has too many guests.
    #[error("{0} has too many guests at the moment.")]
    TooManyGuests(String),
    /// The accounts cannot be read or written.
    #[error("The server could not reach its accounts. Try again later.")]
    StorageFailed,
}

impl Refusal {
    /// What a program reads.
    pub const fn code(&self) -> ErrorCode {
        match self {
            Refusal::Unreadable(error) => unreadable_code(error),
            Refusal::NotARequest(_) => ErrorCode::NotARequest,
            Refusal::NotLoggedIn => ErrorCode::NotLoggedIn,
            Refusal::AlreadyLoggedIn => ErrorCode::AlreadyLoggedIn,
            Refusal::LoggedInElsewhere(_) => ErrorCode::LoggedInElsewhere,
            Refusal::WrongCredentials => ErrorCode::WrongCredentials,
            Refusal::UserNameTaken(_) => ErrorCode::UserNameTaken,
            Refusal::UserNameInvalid => ErrorCode::UserNameInvalid,
            Refusal::PasswordInvalid => ErrorCode::PasswordInvalid,
            Refusal::UnknownUser(_) => ErrorCode::UnknownUser,
            Refusal::UserOffline(_) => ErrorCode::UserOffline,
            Refusal::UserBusy(_) => ErrorCode::UserBusy,
            Refusal::SelfCall => ErrorCode::SelfCall,
            Refusal::InCall => ErrorCode::InCall,
            Refusal::NoCall(_) => ErrorCode::NoCall,
            Refusal::DescriptionTooLong | Refusal::CandidateTooLong => ErrorCode::TooLong,
            Refusal::UserNotReading(_) => ErrorCode::UserNotReading,
            Refusal::RequestPending => ErrorCode::RequestPending,
            Refusal::TooManyAttempts => ErrorCode::TooManyAttempts,
            Refusal::LoginTimeout => ErrorCode::LoginTimeout,
            Refusal::Overloaded => ErrorCode::Overloaded,
            other => other.session_code(),
        }
    }

    const fn session_code(&self) -> ErrorCode {
        match self {
            Refusal::HelloExpected => ErrorCode::HelloExpected,
            Refusal::UnsupportedVersion(_) => ErrorCode::UnsupportedVersion,
            Refusal::TakenOver => ErrorCode::TakenOver,
            Refusal::TryLater(_) => ErrorCode::TryLater,
            Refusal::UnknownSession => ErrorCode::UnknownSession,
            Refusal::SessionRevoked => ErrorCode::SessionRevoked,
            Refusal::UnknownInvitation => ErrorCode::UnknownInvitation,
            Refusal::GuestNameInvalid => ErrorCode::GuestNameInvalid,
            Refusal::NotForGuests => ErrorCode::NotForGuests,
            Refusal::TooManyGuests(_) => ErrorCode::TooManyGuests,
            _ => ErrorCode::StorageFailed,
        }
    }
}

const fn unreadable_code(error: &DecodeError) -> ErrorCode {
    match error {
        DecodeError::Message { error: MessageError::UnknownType(_), .. } => ErrorCode::UnknownType,
        DecodeError::Frame(FrameError::TooLong { .. }) => ErrorCode::TooLong,
        DecodeError::Message { .. } | DecodeError::Frame(_) => ErrorCode::Malformed,
    }
}
