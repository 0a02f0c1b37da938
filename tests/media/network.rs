//! A path that loses, doubles and delays packets.

use std::time::Duration;

use roomrtc_core::base::{RandomStream, Seed, Time};
use roomrtc_core::media::PacketKind;

/// A packet on its way: when it arrives, and what it is.
type Flight = (Time, PacketKind, Vec<u8>);

/// One direction of a path. Losses, doubles and delays are drawn from a seed.
pub(super) struct Network {
    random: RandomStream,
    /// Packets of 1,000 that are lost.
    pub(super) loss: u64,
    /// Packets of 1,000 that come twice.
    pub(super) doubling: u64,
    /// The most that a packet is delayed, on top of 10 ms, in microseconds.
    pub(super) jitter: u64,
    flights: Vec<Flight>,
}

impl Network {
    pub(super) fn new(seed: u64, loss: u64, doubling: u64, jitter: u64) -> Network {
        let random = Seed::from_u64(seed).stream("network");
        Network { random, loss, doubling, jitter, flights: Vec::new() }
    }

    pub(super) fn send(&mut self, now: Time, kind: PacketKind, packet: &[u8]) {
        let is_lost = self.random.below(1_000) < self.loss;
        let is_doubled = self.random.below(1_000) < self.doubling;
        for _ in 0..u32::from(!is_lost) + u32::from(is_doubled) {
            let delay = 10_000 + self.random.below(self.jitter.max(1));
            let at = now + Duration::from_micros(delay);
            self.flights.push((at, kind, packet.to_vec()));
        }
    }

    /// What arrives until `now`, in the order of arrival.
    pub(super) fn receive(&mut self, now: Time) -> Vec<Flight> {
        self.flights.sort_by_key(|(at, ..)| *at);
        let count = self.flights.partition_point(|(at, ..)| *at <= now);
        self.flights.drain(..count).collect()
    }
}
