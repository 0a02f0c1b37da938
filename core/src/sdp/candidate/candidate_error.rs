//! Why a candidate cannot be read.

/// Why a candidate attribute cannot be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum CandidateError {
    /// The text does not begin with `candidate:`.
    #[error("it does not begin with \"candidate:\"")]
    Prefix,
    /// The text is over [`super::Candidate::MAXIMUM_LENGTH`] bytes.
    #[error("it is longer than {} bytes", super::Candidate::MAXIMUM_LENGTH)]
    TooLong,
    /// A field is missing.
    #[error("the {0} is missing")]
    Missing(&'static str),
    /// A field does not say what it should.
    #[error("the {0} is malformed")]
    Malformed(&'static str),
}
