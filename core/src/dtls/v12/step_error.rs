//! Why a state did not take a message.

use crate::dtls::handshake::DecodeError;
use crate::dtls::{DropReason, Failure};

/// Why a state did not take a message.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::dtls) enum StepError {
    /// The message is dropped as if it had not come; a better one may.
    Drop(DropReason),
    /// The handshake is over.
    Fail(Failure),
}

impl From<Failure> for StepError {
    fn from(failure: Failure) -> StepError {
        StepError::Fail(failure)
    }
}

impl From<DecodeError> for StepError {
    fn from(_: DecodeError) -> StepError {
        StepError::Drop(DropReason::MessageMalformed)
    }
}
