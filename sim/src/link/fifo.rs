//! A queue of which all departures are known.

use std::collections::VecDeque;

use roomrtc_core::base::Time;

use super::QueueDepth;
use crate::quantity::Span;

/// First in, first out, at a pace that is known: when a packet leaves is clear when it comes. So
/// only departures and sizes are kept.
#[derive(Clone, Debug, Default)]
pub(super) struct Fifo {
    departures: VecDeque<(Time, u32)>,
    bytes: u64,
    last: Time,
}

impl Fifo {
    /// The most packets in it.
    const MOST: usize = 1 << 16;

    /// Forgets what has left by `now`.
    pub(super) fn settle(&mut self, now: Time) {
        while let Some((at, bytes)) = self.departures.front()
            && *at <= now
        {
            self.bytes -= u64::from(*bytes);
            self.departures.pop_front();
        }
    }

    /// When the last packet leaves; not before `now`.
    pub(super) fn free_at(&self, now: Time) -> Time {
        self.last.max(now)
    }

    /// Whether it has as many packets as it can have.
    pub(super) fn is_overfull(&self) -> bool {
        self.departures.len() >= Fifo::MOST
    }

    /// Adds a packet that leaves at `departure`, behind all others.
    pub(super) fn push(&mut self, departure: Time, bytes: u32) {
        self.departures.push_back((departure, bytes));
        self.bytes += u64::from(bytes);
        self.last = departure;
    }

    /// How long it is at `now`.
    pub(super) fn depth(&self, now: Time) -> QueueDepth {
        let left = self.departures.iter().take_while(|(at, _)| *at <= now);
        let left: u64 = left.map(|(_, bytes)| u64::from(*bytes)).sum();
        QueueDepth { bytes: self.bytes - left, wait: Span::from(self.last.since(now)) }
    }
}
