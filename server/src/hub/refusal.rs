//! Why the hub refuses a request.

use roomrtc_core::signaling::limits::{MAX_CANDIDATE, MAX_PASSWORD, MAX_SDP, MIN_PASSWORD};
use roomrtc_core::signaling::{DecodeError, ErrorCode, FrameError, MessageError};

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
         begins with a letter or a digit."
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
            Refusal::StorageFailed => ErrorCode::StorageFailed,
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
