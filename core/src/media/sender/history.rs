//! The packets sent of late.

use std::collections::VecDeque;
use std::time::Duration;

use super::sent_packet::SentPacket;
use crate::base::Time;
use crate::media::packet_pool::PacketPool;

/// The packets sent of late, in order of their sequence numbers, bounded in number and in age.
/// Buffers are used again: once it is full, a packet more costs a copy and no allocation.
#[derive(Clone, Debug, Default)]
pub(super) struct History {
    packets: VecDeque<SentPacket>,
    pool: PacketPool,
    bytes: usize,
}

impl History {
    /// The most packets kept: no receiver's replay window reaches further back.
    pub(super) const MOST: usize = 1_024;

    /// How long a packet is kept at most: no jitter buffer waits for so long.
    const AGE: Duration = Duration::from_secs(2);

    /// Keeps a packet whose payload begins at `header_length`.
    pub(super) fn push(
        &mut self,
        now: Time,
        sequence_number: u16,
        header_length: usize,
        packet: &[u8],
    ) {
        while self.packets.len() >= History::MOST || self.is_first_old(now) {
            self.pop();
        }
        self.bytes += packet.len();
        self.packets.push_back(SentPacket {
            sequence_number,
            bytes: self.pool.copy(packet),
            header_length,
            sent: now,
            granted: None,
            times_granted: 0,
        });
    }

    fn is_first_old(&self, now: Time) -> bool {
        self.packets.front().is_some_and(|first| now.since(first.sent) > History::AGE)
    }

    fn pop(&mut self) {
        if let Some(packet) = self.packets.pop_front() {
            self.bytes -= packet.bytes.len();
            self.pool.put(packet.bytes);
        }
    }

    /// The packet of a sequence number, unless it is too old.
    pub(super) fn find(&mut self, now: Time, sequence_number: u16) -> Option<&mut SentPacket> {
        while self.is_first_old(now) {
            self.pop();
        }
        let first = self.packets.front()?.sequence_number;
        let place = |number: u16| number.wrapping_sub(first);
        let key = |packet: &SentPacket| place(packet.sequence_number);
        let index = self.packets.binary_search_by_key(&place(sequence_number), key).ok()?;
        self.packets.get_mut(index)
    }

    /// Forgets all packets.
    pub(super) fn clear(&mut self) {
        while !self.packets.is_empty() {
            self.pop();
        }
    }

    /// Packets and bytes kept.
    pub(super) fn held(&self) -> (usize, usize) {
        (self.packets.len(), self.bytes)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn filled(first: u16, count: u16) -> History {
        let mut history = History::default();
        for step in 0..count {
            let number = first.wrapping_add(step);
            let packet = [&[0x80, 96][..], &number.to_be_bytes(), &[step as u8; 20]].concat();
            history.push(Time::from_millis(u64::from(step)), number, 12, &packet);
        }
        history
    }

    #[test]
    fn packets_are_found_by_number_across_the_wrap() {
        let mut history = filled(65_500, 100);
        history.push(Time::from_millis(100), 70, 12, &[7; 24]);
        let now = Time::from_millis(101);
        for number in [65_500, 65_535, 0, 63, 70] {
            assert_eq!(history.find(now, number).map(|own| own.sequence_number), Some(number));
        }
        for number in [65_499, 64, 69, 71, 30_000] {
            assert!(history.find(now, number).is_none(), "{number} was not sent");
        }
    }

    #[test]
    fn number_and_age_are_bounded() {
        let mut history = filled(0, 1_500);
        assert_eq!(history.held(), (History::MOST, History::MOST * 24));
        let now = Time::from_millis(1_499);
        assert!(history.find(now, 475).is_none() && history.find(now, 476).is_some());
        assert!(history.find(Time::from_millis(2_476), 476).is_some());
        assert!(history.find(Time::from_millis(2_477), 476).is_none());
        history.clear();
        assert_eq!(history.held(), (0, 0));
    }
}
