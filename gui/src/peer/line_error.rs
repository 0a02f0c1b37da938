//! Lines that cannot be read.

/// Why a line of input is neither a description nor a candidate.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum LineError {
    /// It is not a JSON object.
    #[error("it is not a JSON object: {0}")]
    NotJson(String),
    /// It has neither a description's members nor a candidate's.
    #[error("it has neither `type` and `sdp` nor `candidate`")]
    Neither,
    /// The type of a description is another than those known here.
    #[error("there is no description of type {0:?} here, only `offer` and `answer`")]
    Type(String),
    /// A member is of the wrong kind.
    #[error("its `{0}` is of the wrong kind")]
    Member(&'static str),
}
