//! Series over time.

use super::Simulation;
use crate::link::QueueDepth;
use crate::trace::{Place, Sample, Series, What};

impl Simulation {
    /// Writes down the state of pipes and engines.
    pub(super) fn sample(&mut self) {
        self.samples_at = self.now + Simulation::SAMPLING;
        for pipe in 0..self.network.pipes.len() {
            let QueueDepth { bytes, wait } = self.network.pipes[pipe].queue(self.now);
            if bytes > 0 || self.has_queue[pipe] {
                self.has_queue[pipe] = bytes > 0;
                self.take_sample(Place::Pipe(pipe), Series::QueueBytes, bytes);
                self.take_sample(Place::Pipe(pipe), Series::QueueDelay, wait.as_nanos() / 1_000);
            }
        }
        for index in 0..self.clients.len() {
            self.sample_engine(index);
        }
    }

    fn sample_engine(&mut self, index: usize) {
        let Some(engine) = &self.clients[index].engine else {
            return;
        };
        let statistics = engine.statistics();
        let place = Place::Host(index);
        if let Some(round_trip) = statistics.path_round_trip {
            let micros = round_trip.smoothed.as_micros() as u64;
            self.take_sample(place, Series::RoundTripTime, micros);
        }
        let media = statistics.media.first();
        if let Some(receiver) = media.and_then(|media| media.receiver) {
            let held = receiver.packets_held as u64;
            let delay = receiver.playout_delay.as_micros() as u64;
            self.take_sample(place, Series::JitterBufferPackets, held);
            self.take_sample(place, Series::JitterBufferDelay, delay);
        }
        self.observe_statistics(index, &statistics);
    }

    fn take_sample(&mut self, place: Place, series: Series, value: u64) {
        self.trace.record(self.now, place, What::Sample(Sample { series, value }));
    }
}
