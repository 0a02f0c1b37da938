//! How long it takes to connect.

use std::time::Duration;

use roomrtc_sim::scenario::Side;

use super::{Network, Pairing, Span};

impl Pairing {
    /// From the arrival of the answer at the caller until both ends are connected.
    fn connects(self, network: Network, seed: u64) -> Option<Duration> {
        let outcome = self.run(&network.scenario(), seed).finish();
        let time = |side: Side| outcome.figures.value(Some(side.name()), "connect-time");
        let times = Side::ALL.map(time);
        times[0].zip(times[1]).map(|(one, other)| Duration::from_micros(one.max(other)))
    }

    /// Over a clean network, of each seed.
    pub(super) fn connects_cleanly(self, seeds: u64) -> Option<Span> {
        Span::of((1..=seeds).map(|seed| self.connects(Network::Clean, seed)))
    }

    /// With one datagram of the handshake lost: each of the first that each side sends, so that the
    /// worst is that which hurts the most.
    pub(super) fn connects_with_one_lost(self) -> Option<Span> {
        let lost = Side::ALL.into_iter().flat_map(|side| (1..=3).map(move |nth| (side, nth)));
        Span::of(lost.map(|(side, nth)| self.connects(Network::Losing(side, nth), nth)))
    }
}
