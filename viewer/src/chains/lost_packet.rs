//! A lost packet, and what came of it.

use roomrtc_core::base::Time;
use roomrtc_sim::trace::Place;

use super::Consequence;

/// A lost packet, and what came of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LostPacket {
    /// Its place in the ladder; `None` if only its absence is known, as its sender did not record.
    pub crossing: Option<usize>,
    /// When it was lost; where only its absence is known, when that could be seen.
    pub time: Time,
    /// Who sent it.
    pub from: Place,
    /// Where it was going, if that is known.
    pub to: Option<Place>,
    /// What it was, in a few words.
    pub label: String,
    /// What came of it, in the order of time.
    pub chain: Vec<Consequence>,
}
