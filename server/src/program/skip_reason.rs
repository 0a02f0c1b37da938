//! Why a line was not imported.

use roomrtc_core::signaling::limits::{MAX_PASSWORD, MAX_USER_NAME, MIN_PASSWORD};

/// Why a line gave no user. None of them says what is in the line: it may hold a password anywhere.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub(crate) enum SkipReason {
    #[error("it is the heading")]
    Heading,
    #[error("it is too long")]
    TooLong,
    #[error("it is not UTF-8")]
    NotUtf8,
    #[error("it has no comma")]
    NoComma,
    #[error(
        "a user name has 1 to {MAX_USER_NAME} letters, digits, '.', '_' and '-', begins with a \
         letter or digit, and not as guests' names do"
    )]
    UserNameInvalid,
    #[error("there is a user of that name, or of one that differs only in case")]
    UserNameTaken,
    #[error("the password is shorter than {MIN_PASSWORD} characters")]
    PasswordTooShort,
    #[error("the password is longer than {MAX_PASSWORD} bytes")]
    PasswordTooLong,
    #[error("the password is empty")]
    PasswordEmpty,
}
