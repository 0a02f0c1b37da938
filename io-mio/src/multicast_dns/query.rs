//! A name that is being resolved.

use std::time::Duration;

use roomrtc_core::base::Time;

/// A name that is being resolved.
#[derive(Clone, Debug)]
pub(super) struct Query {
    /// The name, in lower case.
    pub(super) name: String,
    /// How often it has been asked for.
    pub(super) sent: usize,
    /// When it is asked for again, or given up.
    pub(super) next: Time,
}

impl Query {
    /// How long after each question the next is asked, or the name given up: at least a second, and
    /// then twice as long each time, RFC 6762 section 5.2.
    pub(super) const WAITS: [Duration; 3] =
        [Duration::from_secs(1), Duration::from_secs(2), Duration::from_secs(3)];
}
