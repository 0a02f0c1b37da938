//! What an endpoint tells its owner.

use super::{Alert, Connected, Failure};

/// Something that happened to an [`super::Endpoint`].
///
/// Exactly one of `Failed`, `FingerprintMismatch` and `Closed` comes at most once, and is the last.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Event {
    /// The handshake is complete and the peer's certificate is one that was expected.
    Connected(Connected),
    /// The peer's certificate is none of those expected. It was sent `bad_certificate`, and nothing
    /// of its was accepted.
    FingerprintMismatch,
    /// The peer has sent an alert.
    AlertReceived {
        /// The alert.
        alert: Alert,
        /// Whether it came in a protected record. A plaintext alert may be anybody's: it ends a
        /// handshake only if nothing else follows it.
        authenticated: bool,
    },
    /// Application data, in the order of arrival.
    ApplicationData(Vec<u8>),
    /// The handshake failed, or the association broke.
    Failed(Failure),
    /// The peer has closed the association with `close_notify`.
    Closed,
}
