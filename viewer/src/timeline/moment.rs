//! Something worth stopping at.

use roomrtc_core::base::Time;
use roomrtc_sim::trace::Place;

use super::MomentKind;

/// Something that happened other than to a packet or a frame: worth stopping at.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Moment {
    /// When, in the world's time.
    pub time: Time,
    /// Where.
    pub place: Place,
    /// Of what kind.
    pub kind: MomentKind,
    /// What, in a line.
    pub text: String,
}
