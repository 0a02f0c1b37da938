//! How a call is or was.

use std::time::Duration;

use roomrtc_core::session::Statistics;

/// How a call is or was: what its session knows of it.
#[derive(Clone, Debug)]
pub struct CallSummary {
    /// Since both sides have wanted the call.
    pub lasted: Duration,
    /// From the beginning of the call to the end of the handshake.
    pub connected_after: Option<Duration>,
    /// Frames handed to the session to send.
    pub frames_sent: u64,
    /// Frames that arrived whole.
    pub frames_received: u64,
    /// The candidates of this side, each as its kind and its address.
    pub local_candidates: Vec<String>,
    /// Those of the other side.
    pub remote_candidates: Vec<String>,
    /// What the session counted.
    pub statistics: Statistics,
}
