//! Why an answer cannot be made.

use super::SignalingState;

/// Why an answer cannot be made.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum CreateAnswerError {
    /// No offer of the other side is outstanding.
    #[error("an answer cannot be made while {0}")]
    WrongState(SignalingState),
}
