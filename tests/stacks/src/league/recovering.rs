//! How soon the picture is back.

use std::time::Duration;

use roomrtc_core::base::Time;
use roomrtc_sim::scenario::Side;

use super::{Network, Pairing, Span};

impl Pairing {
    /// From the end of the burst until the called sees the next frame that it can decode.
    fn recovers(self, seed: u64) -> Option<Duration> {
        let simulation = self.run(&Network::Burst.scenario(), seed);
        let ends = Time::ZERO + Network::BURST_ENDS.duration();
        let client = &simulation.clients()[Side::Called.index()];
        let first = client.sink.first_since_healed.filter(|_| client.has_connected);
        first.map(|first| first.since(ends))
    }

    /// Of each seed.
    pub(super) fn recovers_from_burst(self, seeds: u64) -> Option<Span> {
        Span::of((1..=seeds).map(|seed| self.recovers(seed)))
    }
}
