//! Whether the server is well.

use roomrtc_core::base::Time;

use super::loop_lag::LoopLag;
use crate::hub::ConnectionId;
use crate::transport::http::Request;

/// How the loop does, and those who have asked whether the server is well, while the accounts are
/// looked at.
#[derive(Debug, Default)]
pub(super) struct Health {
    pub(super) lag: LoopLag,
    pub(super) waiting: Vec<(ConnectionId, Request)>,
    /// By when they are answered, if any wait.
    pub(super) until: Option<Time>,
    /// Whether a worker has been asked and has not answered.
    pub(super) is_probing: bool,
}
