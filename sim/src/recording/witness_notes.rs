//! What a recording witness has noted.

use super::Fingerprint;

/// What a recording witness has noted since it was last taken.
#[derive(Clone, Debug, Default)]
pub(super) struct WitnessNotes {
    /// Results, as entries.
    pub(super) results: Vec<u8>,
    pub(super) sealed: Fingerprint,
    /// The payload types of retransmissions, a bit for each.
    pub(super) retransmissions: u128,
    /// Whether the recording has ended: nothing is noted any more.
    pub(super) is_over: bool,
}
