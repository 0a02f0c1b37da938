//! One step of a replay.

use roomrtc_core::base::Time;
use roomrtc_core::session::{Event, ReceivedFrame, Transmit};

use super::RecordedInput;

/// One step of a replay: what went in, and what came out now.
#[derive(Clone, Debug)]
pub struct ReplayedStep {
    /// Its number, from zero.
    pub number: u64,
    /// When it was.
    pub at: Time,
    /// What went in.
    pub input: RecordedInput,
    /// What the session told.
    pub events: Vec<Event>,
    /// The frames it delivered.
    pub frames: Vec<ReceivedFrame>,
    /// What it sent, and the bytes.
    pub transmits: Vec<(Transmit, Vec<u8>)>,
}
