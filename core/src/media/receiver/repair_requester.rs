//! What to ask for again, and when.

use std::collections::VecDeque;
use std::time::Duration;

use super::missing_packet::MissingPacket;
use crate::base::Time;
use crate::planted_bugs::{PlantedBug, is_planted};

/// The most packets that are waited for.
const MOST_MISSING: usize = 256;

/// Where more are missing in a row there was an outage, which a key frame mends sooner and for less.
const MOST_IN_A_ROW: u64 = 48;

/// How often a packet is asked for at most.
const MOST_REQUESTS: u32 = 8;

/// Round trips that a repair is waited for: with one packet of ten lost in each direction, all but
/// one of 800 repairs have come by then.
const ROUND_TRIPS: u32 = 4;

/// The round-trip time as long as none is known.
const UNKNOWN: Duration = Duration::from_millis(100);

/// The least time between two requests for a packet.
const SHORTEST: Duration = Duration::from_millis(20);

/// The longest that a packet is given to come by itself.
const LONGEST_ALLOWANCE: Duration = Duration::from_millis(150);

/// One part in so many of what is known of reordering is forgotten with each packet that comes in
/// order: half of it in 2,800 packets.
const FORGETTING: u32 = 4_096;

/// Notices what is missing of a stream, and decides when to ask for it with a generic NACK, RFC
/// 4585 section 6.2.1: once it is later than packets that were merely overtaken have been of late,
/// and again after each round trip, until it is of no use any more.
#[derive(Clone, Debug, Default)]
pub(in crate::media) struct RepairRequester {
    /// In order of their numbers.
    missing: VecDeque<MissingPacket>,
    highest: Option<u64>,
    /// By how much packets were overtaken, at most and of late.
    overtaken: Duration,
    round_trip_time: Option<Duration>,
    /// Whether what is sent again comes in a stream of its own, so that it is known for what it is.
    pub(super) is_separate: bool,
}

impl RepairRequester {
    /// Forgets the stream: another begins.
    pub(super) fn reset(&mut self) {
        self.missing.clear();
        self.highest = None;
        self.overtaken = Duration::ZERO;
    }

    /// The round-trip time is this.
    pub(super) fn set_round_trip_time(&mut self, round_trip_time: Option<Duration>) {
        self.round_trip_time = round_trip_time;
    }

    /// A packet has come; `is_repair` if it is known to have been sent again. Whether it was.
    pub(super) fn receive(&mut self, now: Time, number: u64, is_repair: bool) -> bool {
        let Some(highest) = self.highest.filter(|highest| number <= *highest) else {
            self.go_on(now, number);
            return is_repair;
        };
        if number == highest {
            return is_repair;
        }
        let Ok(place) = self.missing.binary_search_by_key(&number, |own| own.number) else {
            return is_repair;
        };
        let Some(missing) = self.missing.remove(place) else { return is_repair };
        let is_answer = !self.is_separate
            && missing.requested.is_some_and(|at| now.since(at) >= self.soonest_answer());
        if !is_repair && !is_answer {
            let overtaken = now.since(missing.noticed).min(LONGEST_ALLOWANCE);
            self.overtaken = self.overtaken.max(overtaken);
        }
        is_repair || is_answer
    }

    /// A packet has come that is later than all others.
    fn go_on(&mut self, now: Time, number: u64) {
        self.overtaken -= self.overtaken / FORGETTING;
        let next = self.highest.replace(number).map_or(number, |highest| highest + 1);
        if number - next > MOST_IN_A_ROW {
            return self.missing.clear();
        }
        let missing = |number| MissingPacket { number, noticed: now, requested: None, requests: 0 };
        self.missing.extend((next..number).map(missing));
        while self.missing.len() > MOST_MISSING {
            self.missing.pop_front();
        }
    }

    /// Packets before `number` are of no use any more.
    pub(super) fn forget_before(&mut self, number: u64) {
        if is_planted(PlantedBug::NackForEver) {
            return;
        }
        while self.missing.pop_front_if(|missing| missing.number < number).is_some() {}
    }

    /// Packets that were waited for as long as is sensible are of no use any more.
    pub(super) fn forget_late(&mut self, now: Time, patience: Duration) {
        while self.missing.pop_front_if(|own| now.since(own.noticed) > patience).is_some() {}
    }

    /// How long a packet may be overtaken by before it is taken for lost: a quarter more than was
    /// seen of late, so that rare reordering is still remembered when it comes again.
    fn allowance(&self) -> Duration {
        self.overtaken + self.overtaken / 4
    }

    /// Whether a packet is missing, and asked for.
    pub(super) fn awaits(&self, number: u64) -> bool {
        self.missing.binary_search_by_key(&number, |own| own.number).is_ok()
    }

    /// What answers a request within less was on its way before. A repair that were taken for
    /// reordering would teach to ask later, and the next one later still: so this is short, and
    /// nothing as long as the round trip is not known.
    fn soonest_answer(&self) -> Duration {
        self.round_trip_time.unwrap_or_default() / 2
    }

    /// The time after which an answer to a request is overdue: a round trip, of which a quarter is
    /// added for what was measured too short.
    fn interval(&self) -> Duration {
        let round_trip = self.round_trip_time.unwrap_or(UNKNOWN);
        (round_trip + round_trip / 4 + self.allowance()).max(SHORTEST)
    }

    /// How long to wait for a missing packet that is asked for; `None` if the answer could not
    /// come within `ceiling`.
    pub(super) fn patience(&self, ceiling: Duration) -> Option<Duration> {
        let interval = self.interval();
        let first = self.allowance() + interval;
        (first <= ceiling).then(|| (first + interval * (ROUND_TRIPS - 1)).min(ceiling))
    }

    /// When to ask for a packet.
    fn due_at(&self, missing: &MissingPacket) -> Option<Time> {
        match missing.requested {
            None => Some(missing.noticed + self.allowance()),
            Some(_) if is_planted(PlantedBug::NackForEver) => Some(Time::ZERO),
            Some(_) if missing.requests >= MOST_REQUESTS => None,
            Some(last) => Some(last + self.interval()),
        }
    }

    /// When a packet is to be asked for.
    pub(super) fn due(&self) -> Option<Time> {
        self.missing.iter().filter_map(|missing| self.due_at(missing)).min()
    }

    /// Adds the numbers that are to be asked for now, in `most` entries of a generic NACK: each
    /// names a packet and of the sixteen after it those that it wants.
    pub(super) fn collect(&mut self, now: Time, most: usize, output: &mut Vec<u16>) {
        let mut entry: Option<u64> = None;
        let mut entries = 0;
        for place in 0..self.missing.len() {
            let missing = self.missing[place];
            if self.due_at(&missing).is_none_or(|due| due > now) {
                continue;
            }
            if entry.is_none_or(|first| missing.number - first > 16) {
                if entries == most {
                    return;
                }
                entry = Some(missing.number);
                entries += 1;
            }
            output.push(missing.number as u16);
            let requests = missing.requests + 1;
            self.missing[place] = MissingPacket { requested: Some(now), requests, ..missing };
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const fn at(millis: u64) -> Time {
        Time::from_millis(millis)
    }

    const fn millis(millis: u64) -> Duration {
        Duration::from_millis(millis)
    }

    fn requester(round_trip_time: u64) -> RepairRequester {
        let mut requester = RepairRequester::default();
        requester.set_round_trip_time(Some(millis(round_trip_time)));
        requester
    }

    fn asked(requester: &mut RepairRequester, now: u64) -> Vec<u16> {
        let mut output = Vec::new();
        requester.collect(at(now), 100, &mut output);
        output
    }

    #[test]
    fn a_gap_is_asked_for_at_once_and_again_after_each_round_trip() {
        let mut requester = requester(40);
        requester.receive(at(0), 100, false);
        assert_eq!(requester.due(), None);
        requester.receive(at(10), 103, false);
        assert_eq!(requester.due(), Some(at(10)));
        assert_eq!(asked(&mut requester, 10), [101, 102]);
        assert_eq!(requester.due(), Some(at(60)));
        assert_eq!(asked(&mut requester, 59), []);
        assert!(requester.receive(at(59), 101, false));
        assert_eq!(asked(&mut requester, 60), [102]);
        for round in 2..MOST_REQUESTS {
            assert_eq!(asked(&mut requester, 10 + 50 * u64::from(round)), [102]);
        }
        assert_eq!(requester.due(), None);
    }

    #[test]
    fn what_was_merely_overtaken_teaches_patience() {
        let mut requester = requester(80);
        requester.receive(at(0), 0, false);
        requester.receive(at(1), 2, false);
        assert!(!requester.receive(at(31), 1, false));
        requester.receive(at(40), 4, false);
        assert!((at(77)..=at(78)).contains(&requester.due().expect("a gap")));
        assert!(!requester.receive(at(69), 3, false));
        // A repair teaches nothing.
        requester.receive(at(100), 6, false);
        assert_eq!(asked(&mut requester, 138), [5]);
        assert!(requester.receive(at(230), 5, true));
        assert!(requester.overtaken < millis(31));
        (7..20_000).for_each(|number| {
            requester.receive(at(300), number, false);
        });
        assert!(requester.overtaken < millis(1), "forgotten");
    }

    #[test]
    fn an_answer_within_less_than_half_a_round_trip_is_none() {
        let mut requester = requester(100);
        requester.receive(at(0), 0, false);
        requester.receive(at(0), 3, false);
        assert_eq!(asked(&mut requester, 0), [1, 2]);
        assert!(!requester.receive(at(45), 1, false));
        assert!(requester.receive(at(50), 2, false));
        assert_eq!(requester.overtaken, millis(45));
    }

    #[test]
    fn repairs_of_an_unknown_or_shorter_round_trip_teach_no_patience() {
        for known in [None, Some(millis(60))] {
            let mut requester = RepairRequester::default();
            requester.set_round_trip_time(known);
            requester.receive(at(0), 0, false);
            for step in 1..100 {
                requester.receive(at(step * 100), step * 2, false);
                assert_eq!(asked(&mut requester, step * 100), [step as u16 * 2 - 1]);
                assert!(requester.receive(at(step * 100 + 30), step * 2 - 1, false));
            }
            assert_eq!(requester.overtaken, Duration::ZERO);
        }
    }

    #[test]
    fn what_is_of_no_use_is_not_asked_for() {
        let mut requester = requester(50);
        requester.receive(at(0), 0, false);
        requester.receive(at(0), 5, false);
        requester.forget_before(3);
        assert_eq!(asked(&mut requester, 0), [3, 4]);
        requester.forget_late(at(200), millis(200));
        assert!(requester.due().is_some());
        requester.forget_late(at(201), millis(200));
        assert_eq!(requester.due(), None);
        requester.receive(at(300), 50, false);
        assert!(requester.due().is_some() && requester.awaits(40));
        requester.receive(at(300), 100, false);
        assert!(requester.due().is_none() && !requester.awaits(40), "an outage");
    }

    #[test]
    fn patience_is_some_round_trips_within_the_ceiling() {
        assert_eq!(requester(40).patience(millis(500)), Some(millis(200)));
        assert_eq!(requester(200).patience(millis(500)), Some(millis(500)));
        assert_eq!(requester(401).patience(millis(500)), None);
        assert_eq!(RepairRequester::default().patience(millis(500)), Some(millis(500)));
    }

    #[test]
    fn entries_are_bounded() {
        let mut requester = requester(50);
        requester.receive(at(0), 0, false);
        for step in 1..3 {
            requester.receive(at(0), step * 20, false);
            requester.receive(at(0), step * 20 + 10, false);
        }
        let mut output = Vec::new();
        requester.collect(at(0), 1, &mut output);
        let span = output.last().expect("some") - output[0];
        assert!((9..=16).contains(&span), "{output:?}");
        let first = output.len();
        requester.collect(at(0), 2, &mut output);
        assert!(output[first] > output[first - 1]);
    }
}
