//! What is selected.

/// What is selected, as its place in the timeline.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Selection {
    /// A packet, by its place in the ladder.
    Packet(usize),
    /// A lost packet, by its place among the losses.
    Loss(usize),
    /// A moment, by its place among the moments.
    Moment(usize),
}
