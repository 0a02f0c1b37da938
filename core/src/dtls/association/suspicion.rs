//! An alert that may be anybody's.

use crate::base::Time;
use crate::dtls::AlertDescription;

/// A final alert that came in plaintext. Off the path anybody can forge one, so it ends the
/// handshake only if the handshake does not go on until then; a peer that has really sent it is
/// silent from then on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Suspicion {
    /// When the alert is believed.
    pub(super) until: Time,
    /// What it says.
    pub(super) description: AlertDescription,
}
