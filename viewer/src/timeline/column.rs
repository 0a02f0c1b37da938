//! A place that sends and receives.

use roomrtc_sim::trace::Place;

/// A place that sends or receives packets: a column of the ladder.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Column {
    /// Which.
    pub place: Place,
    /// What it is called.
    pub name: String,
}
