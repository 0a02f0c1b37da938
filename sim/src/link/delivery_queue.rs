//! The queue before a recorded link.

use roomrtc_core::base::Time;

use super::fifo::Fifo;
use super::{DeliveryTrace, Opportunities};

/// The queue before a recorded link, and how far its recording was used.
#[derive(Clone, Debug, Default)]
pub(super) struct DeliveryQueue {
    pub(super) fifo: Fifo,
    /// The opportunity that was used last, and its bytes that are left.
    used: Option<(u64, u32)>,
}

impl DeliveryQueue {
    /// When a packet leaves that comes at `at`; `None` if there is no room for it.
    pub(super) fn offer(&mut self, at: Time, bytes: u32, link: &DeliveryTrace) -> Option<Time> {
        self.fifo.settle(at);
        let depth = self.fifo.depth(at);
        let takes = link.queue.takes(u64::from(bytes), depth.bytes, depth.wait);
        if !takes || self.fifo.is_overfull() {
            return None;
        }
        let (mut opportunity, mut left) = self.reachable(at, &link.opportunities);
        let mut wanted = bytes;
        while left < wanted {
            wanted -= left;
            opportunity += 1;
            left = Opportunities::BYTES;
        }
        self.used = Some((opportunity, left - wanted));
        let departure = Time::from_millis(link.opportunities.millis(opportunity));
        self.fifo.push(departure, bytes);
        Some(departure)
    }

    /// The first opportunity that is not past, and its bytes that are left. Those that nothing
    /// waited for are gone.
    fn reachable(&self, at: Time, opportunities: &Opportunities) -> (u64, u32) {
        let is_past = |number| Time::from_millis(opportunities.millis(number)) < at;
        if let Some((number, left)) = self.used.filter(|(number, _)| !is_past(*number)) {
            return (number, left);
        }
        let millis = self.fifo.free_at(at).as_nanos().div_ceil(1_000_000);
        (opportunities.first_from(millis), Opportunities::BYTES)
    }

    /// Another recording is used from now on.
    pub(super) fn change_recording(&mut self) {
        self.used = None;
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::link::QueueLimit;
    use crate::quantity::Size;

    fn link(text: &str, queue: QueueLimit) -> DeliveryTrace {
        DeliveryTrace { opportunities: text.parse().expect("a recording"), queue }
    }

    /// When packets of these sizes leave that all come at this millisecond.
    fn departures(millis: u64, sizes: &[u32], link: &DeliveryTrace) -> Vec<Option<u64>> {
        let mut queue = DeliveryQueue::default();
        let mut offer = |bytes| queue.offer(Time::from_millis(millis), bytes, link);
        sizes.iter().map(|bytes| offer(*bytes).map(Time::as_millis)).collect()
    }

    #[test]
    fn small_packets_share_an_opportunity_and_large_ones_take_several() {
        let link = link("2\n5\n9\n10", QueueLimit::millis(1_000));
        assert_eq!(departures(0, &[752, 752, 1], &link), [Some(2), Some(2), Some(5)]);
        assert_eq!(departures(0, &[3_000, 9], &link), [Some(5), Some(9)]);
        assert_eq!(departures(0, &[1_504; 5], &link), [2, 5, 9, 10, 12].map(Some));
    }

    #[test]
    fn missed_opportunities_are_gone() {
        let link = link("2\n5\n9\n10", QueueLimit::millis(1_000));
        assert_eq!(departures(3, &[100], &link), [Some(5)]);
        assert_eq!(departures(21, &[100], &link), [Some(22)]);
        let mut queue = DeliveryQueue::default();
        assert_eq!(queue.offer(Time::ZERO, 100, &link), Some(Time::from_millis(2)));
        assert_eq!(queue.offer(Time::from_millis(4), 1_504, &link), Some(Time::from_millis(5)));
    }

    #[test]
    fn what_finds_no_room_is_refused() {
        let bytes = link("10", QueueLimit::Bytes(Size::bytes(3_000)));
        assert_eq!(departures(0, &[1_500, 1_500, 1], &bytes), [Some(10), Some(20), None]);
        let time = link("10", QueueLimit::millis(10));
        assert_eq!(departures(0, &[1_504; 3], &time), [Some(10), Some(20), None]);
    }
}
