//! One event of a run.

use roomrtc_core::base::Time;

use super::{Canonical, Place, What};

/// One event of a run.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TraceEvent {
    /// When, in the world's time.
    pub time: Time,
    /// Where.
    pub place: Place,
    /// What.
    pub what: What,
}

impl TraceEvent {
    pub(super) fn encode(&self, canonical: &mut Canonical) {
        let mut head = [self.place.kind(); 13];
        head[..8].copy_from_slice(&self.time.as_nanos().to_le_bytes());
        head[9..].copy_from_slice(&(self.place.index() as u32).to_le_bytes());
        canonical.fields(&head);
        self.what.encode(canonical);
    }
}
