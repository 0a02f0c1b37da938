//! When RTCP packets are sent.

use std::time::Duration;

use super::{MediaConfig, ReportKind};
use crate::base::{RandomStream, Time};
use crate::planted_bugs::{PlantedBug, is_planted};

/// Members of the session: we and the other side.
const MEMBERS: u64 = 2;

/// Bytes of the UDP and IPv4 headers around each packet, RFC 3550 section 6.2.
const TRANSPORT_HEADERS: u64 = 28;

/// The largest packet believed: none larger fits a path, and none is to stretch our intervals.
const LARGEST_PACKET: usize = 1_500;

/// The timing rules of RFC 4585 section 3.5 for a session of two.
///
/// The first report goes out at once, which RFC 3550 section 6.2 allows to sessions of two: until
/// then intervals would last at least 1 s (RFC 4585 section 3.4), and what is lost at the beginning
/// of a call could not be asked for. The deterministic interval is that of RFC 3550 section 6.3.1: 5 %
/// of the session's bandwidth, shared by all members. Every interval is spread by a factor between 0.5 and 1.5. Regular reports
/// keep `T_rr_interval` between them on average. Feedback goes out at once (`T_dither_max` is 0
/// with two members), but only one such packet in each interval: more waits for the interval's
/// end.
#[derive(Clone, Debug)]
pub(super) struct RtcpSchedule {
    random: RandomStream,
    /// RTCP's share of the bandwidth, in bytes a second.
    bandwidth: u64,
    /// `T_rr_interval`.
    regular_interval: Duration,
    /// The mean size of RTCP packets, in sixteenths of bytes.
    average_size: u64,
    /// `tn`: the end of the present interval; `None` before the beginning.
    next: Option<Time>,
    /// `tp`: when the present interval began.
    previous: Time,
    /// The earliest time of the next regular report: `T_rr_last` and `T_rr_current_interval`.
    regular_from: Time,
    allow_early: bool,
}

impl RtcpSchedule {
    /// A schedule that has not begun.
    pub(super) fn new(random: RandomStream, config: &MediaConfig) -> RtcpSchedule {
        RtcpSchedule {
            random,
            bandwidth: (config.session_bandwidth / 8 / 20).max(1),
            regular_interval: config.regular_report_interval,
            average_size: 100 * 16,
            next: None,
            previous: Time::ZERO,
            regular_from: Time::ZERO,
            allow_early: true,
        }
    }

    /// Begins, unless it has: a report is due.
    pub(super) fn start(&mut self, now: Time) {
        if self.next.is_none() {
            self.previous = now;
            self.next = Some(now);
        }
    }

    /// The interval `T`, drawn anew.
    fn interval(&mut self) -> Duration {
        let nanos = MEMBERS * self.average_size * (1_000_000_000 / 16) / self.bandwidth;
        // Divided by e - 3/2, RFC 3550 section 6.3.1.
        self.spread(Duration::from_nanos(nanos)) * 100_000 / 121_828
    }

    /// `duration` times a random factor between 0.5 and 1.5.
    fn spread(&mut self, duration: Duration) -> Duration {
        let nanos = u64::try_from(duration.as_nanos()).unwrap_or(u64::MAX / 2);
        Duration::from_nanos(nanos / 2 + self.random.below(nanos))
    }

    /// What is to be sent now, if there is feedback or not.
    pub(super) fn poll(&mut self, now: Time, has_feedback: bool) -> Option<ReportKind> {
        let next = self.next?;
        if now < next {
            return self.poll_early(next, has_feedback);
        }
        let is_regular = now >= self.regular_from;
        if is_regular {
            self.regular_from = now + self.spread_regular();
        }
        self.previous = now;
        self.next = Some(now + self.interval());
        self.allow_early = true;
        let early = has_feedback.then_some(ReportKind::Early);
        if is_regular { Some(ReportKind::Regular) } else { early }
    }

    fn spread_regular(&mut self) -> Duration {
        let interval = match is_planted(PlantedBug::ReportTooOften) {
            true => Duration::ZERO,
            false => self.regular_interval,
        };
        self.spread(interval)
    }

    /// Section 3.5.2: the packet of feedback takes the place of the report at the interval's end.
    fn poll_early(&mut self, next: Time, has_feedback: bool) -> Option<ReportKind> {
        if !has_feedback || !self.allow_early {
            return None;
        }
        self.allow_early = false;
        self.next = Some((self.previous + self.interval() * 2).max(next));
        self.previous = next;
        Some(ReportKind::Early)
    }

    /// Takes a packet of `size` bytes into the mean, RFC 3550 section 6.3.3.
    pub(super) fn note_size(&mut self, size: usize) {
        let size = size.min(LARGEST_PACKET) as u64 + TRANSPORT_HEADERS;
        self.average_size = self.average_size - self.average_size / 16 + size;
    }

    /// When to poll again. `feedback` is when there will be some.
    pub(super) fn deadline(&self, feedback: Option<Time>) -> Option<Time> {
        let next = self.next?;
        let regular = next.max(self.regular_from);
        let early = feedback.map(|due| if self.allow_early { due } else { due.max(next) });
        Some(early.map_or(regular, |early| early.min(regular)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::Seed;

    fn schedule(seed: u64) -> RtcpSchedule {
        let random = Seed::from_u64(seed).stream("rtcp");
        let mut schedule = RtcpSchedule::new(random, &MediaConfig::default());
        schedule.start(Time::ZERO);
        schedule
    }

    /// When packets are sent in `seconds` if feedback comes at all times in `feedback`.
    fn run(seed: u64, seconds: u64, feedback: &[u64]) -> Vec<(u64, ReportKind)> {
        let mut schedule = schedule(seed);
        let mut pending = false;
        let mut sent = Vec::new();
        for millis in 0..seconds * 1_000 {
            pending |= feedback.contains(&millis);
            if let Some(kind) = schedule.poll(Time::from_millis(millis), pending) {
                schedule.note_size(100);
                pending = false;
                sent.push((millis, kind));
            }
        }
        sent
    }

    #[test]
    fn regular_reports_come_at_once_and_every_second_on_average() {
        for seed in 0..20 {
            let sent = run(seed, 60, &[]);
            assert_eq!(sent[0].0, 0);
            assert!((45..75).contains(&sent.len()), "{} reports in a minute", sent.len());
            let gaps = sent.windows(2).map(|pair| pair[1].0 - pair[0].0);
            assert!(gaps.into_iter().all(|gap| (500..1_600).contains(&gap)));
        }
    }

    #[test]
    fn feedback_goes_out_at_once_and_more_of_it_soon() {
        let sent = run(1, 1, &[100, 101]);
        assert_eq!(sent[1], (100, ReportKind::Early));
        assert!((102..200).contains(&sent[2].0), "second at {} ms", sent[2].0);
        let sent = run(1, 10, &[5_000, 5_001]);
        let early: Vec<u64> =
            sent.iter().filter(|(_, kind)| *kind == ReportKind::Early).map(|(at, _)| *at).collect();
        assert_eq!(early[0], 5_000);
        assert!((5_002..5_100).contains(&early[1]), "second at {} ms", early[1]);
    }

    #[test]
    fn the_deadline_is_when_something_is_sent() {
        let mut schedule = schedule(3);
        assert_eq!(schedule.deadline(None), Some(Time::ZERO));
        let mut now = Time::ZERO;
        schedule.poll(now, false);
        for _ in 0..100 {
            let deadline = schedule.deadline(None).expect("a deadline");
            assert!(deadline > now);
            let before = Time::from_nanos(deadline.as_nanos() - 1);
            assert_eq!(schedule.clone().poll(before, false), None);
            assert_eq!(schedule.poll(deadline, false), Some(ReportKind::Regular));
            now = deadline;
        }
        assert_eq!(schedule.deadline(Some(now)), Some(now));
    }
}
