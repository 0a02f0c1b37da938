//! A failure that may be somebody else's doing.

use crate::base::Time;
use crate::dtls::Failure;

/// A reason to end the handshake that nobody has vouched for: a final alert in plaintext, or a
/// message that must not be. Off the path anybody can forge both, so it ends the handshake only if
/// the handshake does not go on until then: a peer that has really sent an alert is silent from then
/// on, and one that is really wrong stays wrong.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Suspicion {
    /// When it is believed.
    pub(super) until: Time,
    /// What ends the handshake then.
    pub(super) failure: Failure,
}

impl Suspicion {
    /// Whether it is of a message rather than of an alert.
    pub(super) const fn is_of_message(&self) -> bool {
        !matches!(self.failure, Failure::AlertReceived(_))
    }
}
