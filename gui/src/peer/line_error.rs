//! Lines that cannot be read.

/// Why a line of input, or a value on it, says nothing that can be done.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum LineError {
    /// It is not JSON.
    #[error("it is not JSON: {0}")]
    NotJson(String),
    /// It is a number, a truth value or a text that is no candidate.
    #[error("it is neither an object nor a list of them")]
    NotAnObject,
    /// It has neither a description's members nor a candidate's nor a command's.
    #[error("it has neither `type` and `sdp` nor `candidate` nor `command`")]
    Neither,
    /// The type of a description is another than those known here.
    #[error("there is no description of type {0:?} here, only `offer`, `answer` and `rollback`")]
    Type(String),
    /// The command is another than those known here.
    #[error("there is no command {0:?}")]
    Command(String),
    /// A member is missing.
    #[error("its `{0}` is missing")]
    Missing(&'static str),
    /// A member is of the wrong kind, or has a value that it cannot have.
    #[error("its `{0}` is of the wrong kind")]
    Member(&'static str),
    /// Values are wrapped in each other too often.
    #[error("its values are wrapped in too many others")]
    Depth,
    /// There are too many values on the line.
    #[error("it holds more than {0} values")]
    TooMany(usize),
    /// It goes on over too many lines.
    #[error("it has more than {0} bytes")]
    TooLong(usize),
}
