//! What one enters with.

use roomrtc_core::signaling::{Credentials, Token};

/// What one enters with. The secrets in it never print themselves.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Entry {
    /// An account and its password.
    SignIn(Credentials),
    /// An account that is to be made first.
    Register(Credentials),
    /// A login that was kept.
    Resume {
        /// As whom.
        user: String,
        /// What resumes it.
        token: Token,
    },
    /// An invitation.
    Guest {
        /// Its code.
        code: Token,
        /// The name to go by.
        name: String,
    },
}
