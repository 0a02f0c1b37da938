//! What the telling thread says.

use roomrtc_core::base::Time;

use crate::span::Span;
use crate::timeline::Timeline;

/// What the telling thread says.
#[derive(Debug)]
pub(super) enum Answer {
    /// The run is told up to here.
    Heard(Time),
    /// The run is told to its end.
    Whole(Box<Timeline>),
    /// A stretch that was asked for.
    Stretch(Span),
}
