//! A missed call that was kept a moment ago.

use std::sync::Arc;

use roomrtc_core::signaling::MissedCall;

use super::OperationId;

/// A missed call, whose it is, and which operations may not know of it.
#[derive(Clone, Debug)]
pub(super) struct FreshMissedCall {
    /// The first operation that knows of it.
    pub(super) next: OperationId,
    pub(super) callee: Arc<str>,
    pub(super) missed: MissedCall,
}
