//! Where offer and answer stand.

use std::fmt;

/// Where offer and answer stand, RFC 8829 section 3.2.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum SignalingState {
    /// No offer is outstanding.
    Stable,
    /// Our offer waits for the answer.
    HaveLocalOffer,
    /// The other side's offer waits for our answer.
    HaveRemoteOffer,
}

impl SignalingState {
    /// A clause that says so.
    pub const fn as_str(self) -> &'static str {
        match self {
            SignalingState::Stable => "no offer is outstanding",
            SignalingState::HaveLocalOffer => "our offer waits for its answer",
            SignalingState::HaveRemoteOffer => "their offer waits for our answer",
        }
    }
}

impl fmt::Display for SignalingState {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}
