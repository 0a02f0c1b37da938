//! Where and why a packet was lost.

use roomrtc_core::base::Time;
use roomrtc_sim::trace::Place;

/// Where and why a packet was lost.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Loss {
    /// When. Of a packet that was recorded as sent and not as received: when it was sent.
    pub time: Time,
    /// Where: the link, the NAT, the host. `None` if only its absence is known.
    pub place: Option<Place>,
    /// What let it go: the name of a model of a link, or of a rule.
    pub cause: &'static str,
    /// Its number among the packets at that place, from zero, where they are counted.
    pub ordinal: Option<u64>,
}

impl Loss {
    /// The cause of a packet that was recorded as sent, but not as received.
    pub const NOT_RECEIVED: &'static str = "not received";
}
