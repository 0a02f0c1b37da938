//! A session at the store of accounts.

use roomrtc_core::signaling::Token;

/// A session at the store of accounts.
#[derive(Clone, Debug)]
pub(super) struct TestSession {
    /// Whose.
    pub(super) user: String,
    /// Who invited a guest, and the name that it goes by.
    pub(super) guest: Option<(String, String)>,
    /// What resumes it.
    pub(super) token: Token,
}
