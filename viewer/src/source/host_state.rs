//! The states of a host's parts.

use roomrtc_core::session::Inspection;

use super::CallState;

/// The states of a host's parts at one moment.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct HostState {
    /// How far its call is; `None` in a recording, which does not hold it.
    pub call: Option<CallState>,
    /// The parts of its session; `None` before there is one.
    pub session: Option<Inspection>,
}
