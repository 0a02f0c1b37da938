//! What a receiver says of a source.

use crate::base::Time;
use crate::rtcp::ReportBlock;
use crate::rtp::MediaClock;

/// Counts the packets of one source as RFC 3550 appendix A.3 does, and their interarrival jitter
/// as appendix A.8 does.
#[derive(Clone, Copy, Debug)]
pub(super) struct Reception {
    clock: MediaClock,
    first: u64,
    highest: u64,
    received: u64,
    expected_at_report: u64,
    received_at_report: u64,
    last_transit: Option<u32>,
    /// The jitter, in sixteenths of units of the clock.
    jitter_sixteenths: u32,
    fraction_lost: u8,
}

impl Reception {
    /// Nothing received; the first number will be `first`.
    pub(super) fn new(clock: MediaClock, first: u64) -> Reception {
        Reception {
            clock,
            first,
            highest: first,
            received: 0,
            expected_at_report: 0,
            received_at_report: 0,
            last_transit: None,
            jitter_sixteenths: 0,
            fraction_lost: 0,
        }
    }

    /// The clock of the timestamps.
    pub(super) fn clock(&self) -> MediaClock {
        self.clock
    }

    /// Counts a packet.
    pub(super) fn receive(&mut self, now: Time, sequence: u64, timestamp: u32) {
        self.highest = self.highest.max(sequence);
        self.received += 1;
        let transit = self.clock.timestamp_at(now).wrapping_sub(timestamp);
        if let Some(last) = self.last_transit.replace(transit) {
            let difference = (transit.wrapping_sub(last) as i32).unsigned_abs();
            let decay = (self.jitter_sixteenths + 8) >> 4;
            let jitter = u64::from(self.jitter_sixteenths - decay) + u64::from(difference);
            self.jitter_sixteenths = u32::try_from(jitter).unwrap_or(u32::MAX - 8);
        }
    }

    fn expected(&self) -> u64 {
        self.highest - self.first + 1
    }

    /// Packets lost: those expected less those received; negative with duplicates.
    pub(super) fn cumulative_lost(&self) -> i64 {
        if self.received == 0 { 0 } else { self.expected() as i64 - self.received as i64 }
    }

    /// The interarrival jitter in units of the clock.
    pub(super) fn jitter(&self) -> u32 {
        self.jitter_sixteenths >> 4
    }

    /// The fraction lost between the last two reports, in 1/256.
    pub(super) fn fraction_lost(&self) -> u8 {
        self.fraction_lost
    }

    /// The block of a report sent now, but for the last sender report. The next fraction lost
    /// counts from here.
    pub(super) fn report(&mut self, ssrc: u32) -> ReportBlock {
        let expected = self.expected() - self.expected_at_report;
        let received = self.received - self.received_at_report;
        self.expected_at_report += expected;
        self.received_at_report += received;
        let lost = expected.saturating_sub(received);
        let fraction = (lost << 8).checked_div(expected).unwrap_or(0);
        self.fraction_lost = u8::try_from(fraction).unwrap_or(u8::MAX);
        ReportBlock {
            ssrc,
            fraction_lost: self.fraction_lost,
            cumulative_lost: self.cumulative_lost().clamp(-0x80_0000, 0x7f_ffff) as i32,
            // Cycles count from those that the first number was given.
            highest_sequence_number: (self.highest - (self.first & !0xffff)) as u32,
            jitter: self.jitter(),
            last_sender_report: 0,
            delay_since_last_sender_report: 0,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const FIRST: u64 = 0x1_fffe;

    fn reception() -> Reception {
        Reception::new(MediaClock::VIDEO, FIRST)
    }

    #[test]
    fn loss_is_counted_by_report_and_in_all() {
        let mut reception = reception();
        for number in [0, 1, 3, 4] {
            reception.receive(Time::ZERO, FIRST + number, 0);
        }
        let block = reception.report(7);
        assert_eq!((block.ssrc, block.fraction_lost, block.cumulative_lost), (7, 51, 1));
        assert_eq!(block.highest_sequence_number, 0x1_0002);
        for number in [5, 5, 6] {
            reception.receive(Time::ZERO, FIRST + number, 0);
        }
        let block = reception.report(7);
        assert_eq!((block.fraction_lost, block.cumulative_lost), (0, 0));
        let block = reception.report(7);
        assert_eq!((block.fraction_lost, block.cumulative_lost), (0, 0));
    }

    #[test]
    fn jitter_follows_the_appendix() {
        let mut reception = reception();
        // Frames 3,000 units apart that alternate between no delay and 10 ms, 900 units.
        for number in 0..400 {
            let late = if number % 2 == 0 { 0 } else { 900 };
            let at = Time::ZERO + MediaClock::VIDEO.duration(number * 3_000 + late);
            reception.receive(at, FIRST + number, (number * 3_000) as u32);
        }
        let jitter = i64::from(reception.jitter());
        assert!((jitter - 900).abs() <= 2, "{jitter} units");
    }

    #[test]
    fn a_hostile_timestamp_does_not_overflow() {
        let mut reception = reception();
        for number in 0..64 {
            let timestamp = if number % 2 == 0 { 0 } else { 0x8000_0000 };
            reception.receive(Time::ZERO, FIRST + number, timestamp);
        }
        assert!(reception.jitter() > 0);
    }
}
