//! Why a body is no message.

/// How the body of a frame breaks the grammar. The frame's end is known, so the next can be read.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum MessageError {
    /// It is not UTF-8.
    #[error("the message is not UTF-8")]
    NotUtf8,
    /// Its type is not known. Holds the beginning of its name.
    #[error("there is no message type {0:?}")]
    UnknownType(String),
    /// A field is not `key=value` with a key of lower-case letters and hyphens.
    #[error("field {0} is not of the form key=value")]
    NotAField(usize),
    /// A character stands unescaped that has to be escaped.
    #[error("the character {0:?} must be percent-escaped")]
    Unescaped(char),
    /// A `%` is not followed by two hexadecimal digits, or what is escaped is not UTF-8.
    #[error("a percent-escape is broken")]
    BrokenEscape,
    /// A field is missing.
    #[error("the field {0:?} is missing")]
    Missing(&'static str),
    /// A field that may stand once stands twice.
    #[error("the field {0:?} is there twice")]
    Repeated(&'static str),
    /// The value of a field is none of those it can have.
    #[error("the value of the field {0:?} is not a known one")]
    UnknownValue(&'static str),
    /// A list names more users than one message may.
    #[error("a user list names more than {} users", super::limits::MAX_USERS_IN_LIST)]
    TooManyUsers,
}

impl MessageError {
    /// Most characters of an unknown type's name that an error repeats.
    const MAX_NAME: usize = 24;

    pub(super) fn unknown_type(name: &str) -> MessageError {
        MessageError::UnknownType(name.chars().take(MessageError::MAX_NAME).collect())
    }
}
