//! A message on the signalling path.

use super::{Canonical, Direction};

/// A message on the signalling path, at one of its ends.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SignallingEvent {
    /// Whether the host sent or received it.
    pub direction: Direction,
    /// What it is: [`SignallingEvent::OFFER`], [`SignallingEvent::ANSWER`], or another name.
    pub message: &'static str,
    /// Its bytes.
    pub length: usize,
    /// What else is worth telling, in one line.
    pub detail: String,
}

impl SignallingEvent {
    /// The name of a message with an offer.
    pub const OFFER: &'static str = "offer";
    /// The name of a message with an answer, from whose arrival the time to connect is counted.
    pub const ANSWER: &'static str = "answer";
    /// The name of a message with a candidate.
    pub const CANDIDATE: &'static str = "candidate";

    pub(super) fn encode(&self, canonical: &mut Canonical) {
        canonical.byte(self.direction as u8);
        canonical.text(self.message);
        canonical.number(self.length as u64);
        canonical.text(&self.detail);
    }
}
