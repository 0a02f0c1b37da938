//! What a login gives.

use std::time::Duration;

use roomrtc_core::signaling::Token;

use super::SessionId;

/// A session and what resumes it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SessionGrant {
    /// The session.
    pub session: SessionId,
    /// What resumes it.
    pub token: Token,
    /// How long it lasts if it is not resumed.
    pub lifetime: Duration,
}
