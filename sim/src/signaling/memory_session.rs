//! A session of accounts in memory.

use roomrtc_core::signaling::Token;

/// A session, and what resumes it.
#[derive(Clone, Debug)]
pub(super) struct MemorySession {
    /// Whose.
    pub(super) user: String,
    /// Who invited a guest, and the name that it goes by.
    pub(super) guest: Option<(String, String)>,
    /// What resumes it.
    pub(super) token: Token,
}
