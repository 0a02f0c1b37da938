//! How a request is answered.

use crate::stun::{AttributeType, ErrorCode};

/// How a request of the peer's is answered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Outcome {
    /// With the address it came from.
    Success,
    /// With an error, without integrity: nothing is shared with whoever asked.
    Stranger(ErrorCode),
    /// With an error, to the authentic peer.
    Refused(ErrorCode),
    /// With 420 and one of the attributes that are not understood.
    Unknown(AttributeType),
}
