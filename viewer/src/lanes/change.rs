//! A state that begins.

use roomrtc_core::base::Time;

use super::Mood;

/// A state that begins, and lasts until the next change of its lane.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Change {
    /// When, in the world's time.
    pub time: Time,
    /// What the state is called.
    pub name: &'static str,
    /// How it is to be taken.
    pub mood: Mood,
}
