//! How long a picture that lost packets stays broken.

use std::collections::VecDeque;
use std::time::Duration;

use roomrtc_core::base::Time;

/// Repairs of a picture: from the moment at which a loss could be seen, when the first RTP packet
/// (RFC 3550 section 5.1) beyond the missing ones arrived, to the next frame that can be decoded
/// after frames that could not be shown. A loss that late packets fill needs no repair.
#[derive(Clone, Debug, Default)]
pub struct Repairs {
    /// The source that is heard, and its highest sequence number.
    highest: Option<(u32, u16)>,
    /// Sequence numbers that are missing, and when that could be seen.
    missing: VecDeque<(u16, Time)>,
    /// Whether a frame was skipped since the last one that was shown.
    is_broken: bool,
    times: Vec<u64>,
}

impl Repairs {
    /// Missing sequence numbers that are remembered; of a longer loss, the first ones.
    const MOST_MISSING: usize = 1_024;
    /// Repairs whose times are kept.
    pub const MOST_TIMES: usize = 100_000;

    /// An RTP packet of the other side arrives.
    pub fn packet(&mut self, now: Time, payload: &[u8]) {
        let Some(&[_, _, high, low, _, _, _, _, a, b, c, d]) = payload.first_chunk() else {
            return;
        };
        let (source, number) = (u32::from_be_bytes([a, b, c, d]), u16::from_be_bytes([high, low]));
        let known = self.highest.filter(|(known, _)| *known == source);
        let Some((_, highest)) = known else {
            self.highest = Some((source, number));
            return self.missing.clear();
        };
        match number.wrapping_sub(highest) {
            0 => {}
            ahead @ 1..0x8000 => {
                self.highest = Some((source, number));
                let room = Repairs::MOST_MISSING - self.missing.len();
                let lost = (1..ahead).map(|step| (highest.wrapping_add(step), now));
                self.missing.extend(lost.take(room));
            }
            _ => self.missing.retain(|(missing, _)| *missing != number),
        }
    }

    /// A frame was skipped, or came without what it depends on.
    pub fn breaks(&mut self) {
        self.is_broken = true;
    }

    /// A frame that can be decoded is shown.
    pub fn show(&mut self, now: Time) {
        if !std::mem::take(&mut self.is_broken) {
            return;
        }
        if let Some((_, since)) = self.missing.front()
            && self.times.len() < Repairs::MOST_TIMES
        {
            let time = now.since(*since).as_micros();
            self.times.push(u64::try_from(time).unwrap_or(u64::MAX));
        }
        self.missing.clear();
    }

    /// Microseconds that each repair took, in their order.
    pub fn times(&self) -> &[u64] {
        &self.times
    }

    /// How long the longest took.
    pub fn longest(&self) -> Option<Duration> {
        self.times.iter().max().map(|micros| Duration::from_micros(*micros))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn packet(number: u16) -> [u8; 12] {
        let [high, low] = number.to_be_bytes();
        [0x80, 96, high, low, 0, 0, 0, 0, 0, 0, 0, 7]
    }

    fn heard(numbers: &[(u64, u16)]) -> Repairs {
        let mut repairs = Repairs::default();
        for (millis, number) in numbers {
            repairs.packet(Time::from_millis(*millis), &packet(*number));
        }
        repairs
    }

    #[test]
    fn a_repair_lasts_from_the_first_packet_beyond_the_loss() {
        let mut repairs = heard(&[(0, 65_534), (10, 1), (20, 2), (30, 5)]);
        repairs.breaks();
        repairs.show(Time::from_millis(110));
        assert_eq!(repairs.times(), [100_000]);
        assert_eq!(repairs.longest(), Some(Duration::from_millis(100)));
        repairs.show(Time::from_millis(140));
        assert_eq!(repairs.times().len(), 1);
    }

    #[test]
    fn what_comes_late_needs_no_repair() {
        let mut repairs = heard(&[(0, 1), (10, 4), (11, 3), (12, 2), (13, 2), (20, 6)]);
        repairs.breaks();
        repairs.show(Time::from_millis(50));
        assert_eq!(repairs.times(), [30_000]);
        let mut unbroken = heard(&[(0, 1), (10, 4)]);
        unbroken.show(Time::from_millis(50));
        assert!(unbroken.times().is_empty());
    }

    #[test]
    fn another_source_begins_anew_and_a_short_packet_is_none() {
        let mut repairs = heard(&[(0, 1), (10, 9)]);
        let mut other = packet(500);
        other[11] = 8;
        repairs.packet(Time::from_millis(20), &other);
        repairs.packet(Time::from_millis(20), &other[..11]);
        repairs.breaks();
        repairs.show(Time::from_millis(50));
        assert!(repairs.times().is_empty());
    }

    #[test]
    fn a_long_loss_is_bounded() {
        let mut repairs = heard(&[(0, 1), (10, 30_000)]);
        assert_eq!(repairs.missing.len(), Repairs::MOST_MISSING);
        repairs.breaks();
        repairs.show(Time::from_millis(20));
        assert_eq!(repairs.times(), [10_000]);
    }
}
