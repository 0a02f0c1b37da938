//! The queue that CoDel keeps short.

use std::collections::VecDeque;

use roomrtc_core::base::Time;

use super::codel_law::CoDelLaw;
use super::travel::Travel;
use super::{CoDel, EcnMark, QueueDepth};
use crate::quantity::Span;

/// The queue that CoDel keeps short. What becomes of a packet is decided when it leaves, so that it
/// keeps the packets themselves.
#[derive(Clone, Debug, Default)]
pub(super) struct CoDelQueue {
    packets: VecDeque<Travel>,
    bytes: u64,
    law: CoDelLaw,
    /// The largest packet seen, which is MAXPACKET of the RFC.
    largest: u32,
    free_at: Time,
    /// Whether the pipe will be resumed for the next packet.
    pub(super) is_awaited: bool,
}

impl CoDelQueue {
    /// The most packets in it.
    const MOST: usize = 1 << 16;

    /// Adds a packet, which has come at its time; gives it back if there is no room.
    pub(super) fn push(&mut self, travel: Travel, codel: &CoDel) -> Result<(), Box<Travel>> {
        let bytes = travel.bytes();
        let QueueDepth { bytes: queued, wait } = self.depth(travel.at, codel);
        let takes = codel.queue.takes(u64::from(bytes), queued, wait);
        if !takes || self.packets.len() >= CoDelQueue::MOST {
            return Err(Box::new(travel));
        }
        self.largest = self.largest.max(bytes);
        self.bytes += u64::from(bytes);
        self.packets.push_back(travel);
        Ok(())
    }

    /// When the next packet can begin to leave; `None` if there is none.
    pub(super) fn next_at(&self) -> Option<Time> {
        self.packets.front().map(|head| self.free_at.max(head.at))
    }

    /// Takes the next packet that leaves by `now`, at the time at which its last bit has left, and
    /// puts those that are dropped before it into `dropped`. Returns whether it was marked, too.
    pub(super) fn pop(
        &mut self,
        now: Time,
        codel: &CoDel,
        dropped: &mut Vec<Travel>,
    ) -> Option<(Travel, bool)> {
        let begins = self.next_at().filter(|at| *at <= now)?;
        while let Some(mut head) = self.take_head() {
            let is_last = self.bytes <= u64::from(self.largest);
            let drops = self.law.drops(begins, head.at, is_last, codel);
            if drops && !(codel.ecn && EcnMark::allows(head.packet.ecn)) {
                head.at = begins;
                dropped.push(head);
                continue;
            }
            if drops {
                head.packet.ecn = EcnMark::CONGESTION_EXPERIENCED;
            }
            let lasts = codel.rate.nanos_for(head.packet.wire_length());
            self.free_at = begins + Span::nanos(lasts).duration();
            head.at = self.free_at;
            return Some((head, drops));
        }
        None
    }

    fn take_head(&mut self) -> Option<Travel> {
        let head = self.packets.pop_front()?;
        self.bytes -= u64::from(head.bytes());
        Some(head)
    }

    /// How long it is at `now`.
    pub(super) fn depth(&self, now: Time, codel: &CoDel) -> QueueDepth {
        let queued = codel.rate.nanos_for(usize::try_from(self.bytes).unwrap_or(usize::MAX));
        let wait = Span::from(self.free_at.since(now)).as_nanos().saturating_add(queued);
        QueueDepth { bytes: self.bytes, wait: Span::nanos(wait) }
    }

    pub(super) fn is_empty(&self) -> bool {
        self.packets.is_empty()
    }
}
