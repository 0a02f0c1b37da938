//! The states of a session's parts.

use crate::dtls::StateName;
use crate::ice::ConnectionState;
use crate::media::JitterBufferState;
use crate::negotiation::SignalingState;

/// The states of a session's parts at one moment: little enough to be taken after every input.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Inspection {
    /// How far offer and answer are, RFC 8829 section 3.2.
    pub negotiation: SignalingState,
    /// The state of the path.
    pub ice: ConnectionState,
    /// The state of the handshake; `None` until the roles are agreed on.
    pub dtls: Option<StateName>,
    /// The jitter buffer of the video received; `None` before its first packet.
    pub jitter_buffer: Option<JitterBufferState>,
}
