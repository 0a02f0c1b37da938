//! A moment in a lane.

use roomrtc_core::base::Time;

/// A moment in a lane of the timeline.
#[derive(Clone, Debug)]
pub(super) struct Mark {
    pub(super) time: Time,
    /// The class of its looks.
    pub(super) class: &'static str,
    /// What happened. Shown beside the mark where there is room and `is_labelled`.
    pub(super) label: String,
    pub(super) is_labelled: bool,
}
