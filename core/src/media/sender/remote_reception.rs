//! What the other side says of a stream we send.

use std::time::Duration;

use crate::rtcp::{NtpTime, ReportBlock};
use crate::rtp::MediaClock;

/// The last report block on a stream we send.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct RemoteReception {
    /// Packets lost, duplicates counted against it.
    pub packets_lost: i32,
    /// The fraction lost between the last two reports, in 1/256.
    pub fraction_lost: u8,
    /// The interarrival jitter.
    pub jitter: Duration,
    /// The last round-trip time measured, RFC 3550 section 6.4.1.
    pub round_trip_time: Option<Duration>,
}

impl RemoteReception {
    /// Takes in a report block that arrived when the compact NTP time was `arrival`.
    pub(super) fn update(&mut self, arrival: u32, clock: MediaClock, block: &ReportBlock) {
        self.packets_lost = block.cumulative_lost;
        self.fraction_lost = block.fraction_lost;
        self.jitter = clock.duration(u64::from(block.jitter));
        if block.last_sender_report == 0 {
            return;
        }
        let elapsed = arrival
            .wrapping_sub(block.last_sender_report)
            .wrapping_sub(block.delay_since_last_sender_report);
        // The delay is measured by another clock: it may come out a little too long.
        if let Ok(units) = u32::try_from((elapsed as i32).max(0))
            && units < 1 << 22
        {
            self.round_trip_time = Some(NtpTime::from_compact_duration(units));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_round_trip_time_of_the_rfc_s_example() {
        // RFC 3550 section 6.4.1, figure 2.
        let block = ReportBlock {
            last_sender_report: 0xb705_2000,
            delay_since_last_sender_report: 0x0005_4000,
            jitter: 900,
            ..ReportBlock::default()
        };
        let mut reception = RemoteReception::default();
        reception.update(0xb710_8000, MediaClock::VIDEO, &block);
        assert_eq!(reception.round_trip_time, Some(Duration::from_millis(6_125)));
        assert_eq!(reception.jitter, Duration::from_millis(10));
    }

    #[test]
    fn senseless_times_are_not_believed() {
        let mut reception = RemoteReception::default();
        let mut block = ReportBlock { last_sender_report: 1_000, ..ReportBlock::default() };
        reception.update(0x7000_0000, MediaClock::VIDEO, &block);
        assert_eq!(reception.round_trip_time, None);
        block.delay_since_last_sender_report = 10;
        reception.update(1_005, MediaClock::VIDEO, &block);
        assert_eq!(reception.round_trip_time, Some(Duration::ZERO));
    }
}
