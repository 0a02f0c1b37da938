//! What a step of the handshake has decided.

use super::RecordKeys;
use crate::dtls::flight::Flight;

/// What a state leaves for the endpoint to carry out.
#[derive(Clone, Debug, Default)]
pub(in crate::dtls) struct Outgoing {
    /// The flight to send instead of the one before.
    pub(in crate::dtls) flight: Flight,
    /// The keys of epoch 1.
    pub(in crate::dtls) keys: Option<RecordKeys>,
}
