//! A login that was kept.

use roomrtc_core::signaling::Token;

/// A login that was kept from an earlier start.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StoredSession {
    /// The server, `host:port`.
    pub server: String,
    /// As whom.
    pub user: String,
    /// What resumes it. It never prints itself.
    pub token: Token,
}
