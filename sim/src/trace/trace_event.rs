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
        canonical.time(self.time);
        canonical.byte(self.place.kind());
        canonical.short(self.place.index());
        self.what.encode(canonical);
    }
}
