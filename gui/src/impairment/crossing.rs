//! What became of a client's datagrams.

use roomrtc_sim::link::Counters;

use super::Impairment;

/// What was done to a client's datagrams on purpose, and what became of them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Crossing {
    /// What was done.
    pub impairment: Impairment,
    /// What became of those that it sent.
    pub up: Counters,
    /// What became of those that it was to receive.
    pub down: Counters,
}
