//! Pairs that relay.

use std::collections::VecDeque;
use std::time::{Duration, Instant};

use super::Script;
use crate::dialect::{Event, Saying};
use crate::generator::Order;

/// Pairs, each with so many descriptions under way from its caller to its callee: the next is sent when
/// one has arrived. Clients are all callees, then all callers in the same order.
#[derive(Debug)]
pub struct Relaying {
    pairs: usize,
    window: usize,
    /// Whether a call has to stand before anything is relayed.
    needs_calls: bool,
    duration: Duration,
    /// The time from one message to the next of all pairs in turn, if they do not wait for arrivals.
    interval: Option<Duration>,
    /// Messages that were sent at intervals.
    sent: u32,
    logged_in: usize,
    in_call: usize,
    /// When relaying began.
    began: Option<Instant>,
    is_over: bool,
    /// Messages that arrived, be they counted or not.
    relayed: usize,
    /// For each pair, when what is under way was sent.
    under_way: Vec<VecDeque<Instant>>,
    /// How long each message took that arrived in time to be counted, in nanoseconds.
    latencies: Vec<u64>,
}

impl Relaying {
    /// How long pairs relay before it counts.
    const WARM_UP: Duration = Duration::from_millis(500);

    /// Most messages of a pair under way where they are sent at intervals.
    const MOST_UNDER_WAY: usize = 64;

    /// So many pairs, with `window` messages under way each, for `duration`.
    pub fn new(pairs: usize, window: usize, needs_calls: bool, duration: Duration) -> Relaying {
        Relaying {
            pairs,
            window,
            needs_calls,
            duration,
            interval: None,
            sent: 0,
            logged_in: 0,
            in_call: 0,
            began: None,
            is_over: false,
            relayed: 0,
            under_way: vec![VecDeque::with_capacity(window); pairs],
            latencies: Vec::new(),
        }
    }

    /// So many pairs in calls that send one message each `interval`, in turn, for `duration`.
    pub fn paced(pairs: usize, interval: Duration, duration: Duration) -> Relaying {
        let window = Relaying::MOST_UNDER_WAY;
        Relaying { interval: Some(interval), ..Relaying::new(pairs, window, true, duration) }
    }

    /// Messages a second.
    pub fn rate(&self) -> f64 {
        self.latencies.len() as f64 / self.duration.as_secs_f64()
    }

    /// Messages that arrived at all.
    pub const fn relayed(&self) -> usize {
        self.relayed
    }

    /// The latencies, the shortest first, in milliseconds.
    pub fn latencies(&self) -> Vec<f64> {
        let mut sorted = self.latencies.clone();
        sorted.sort_unstable();
        sorted.into_iter().map(|nanos| nanos as f64 / 1e6).collect()
    }

    fn begin(&mut self, now: Instant, orders: &mut Vec<Order>) {
        self.began = Some(now);
        if self.interval.is_some() {
            return;
        }
        for message in 0..self.pairs * self.window {
            self.send(now, message % self.pairs, orders);
        }
    }

    fn send(&mut self, now: Instant, pair: usize, orders: &mut Vec<Order>) {
        self.under_way[pair].push_back(now);
        orders.push(Order::Say { client: self.pairs + pair, saying: Saying::Relay });
    }

    fn logged_in(&mut self, now: Instant, orders: &mut Vec<Order>) {
        self.logged_in += 1;
        if self.logged_in < 2 * self.pairs {
        } else if self.needs_calls {
            let callers = self.pairs..2 * self.pairs;
            orders.extend(callers.map(|client| Order::Say { client, saying: Saying::Call }));
        } else {
            self.begin(now, orders);
        }
    }

    fn arrived(&mut self, now: Instant, pair: usize, orders: &mut Vec<Order>) {
        let (Some(began), Some(sent)) = (self.began, self.under_way[pair].pop_front()) else {
            return;
        };
        self.relayed += 1;
        let counts_from = began + Relaying::WARM_UP;
        self.is_over = now >= counts_from + self.duration;
        if now >= counts_from && !self.is_over {
            self.latencies.push(now.duration_since(sent).as_nanos() as u64);
        }
        if self.interval.is_none() {
            self.send(now, pair, orders);
        }
    }

    /// Sends what is due, to a pair that is not too far behind.
    fn send_due(&mut self, now: Instant, orders: &mut Vec<Order>) {
        let (Some(began), Some(interval)) = (self.began, self.interval) else {
            return;
        };
        while began + interval * self.sent <= now {
            let pair = self.sent as usize % self.pairs;
            if self.under_way[pair].len() < self.window {
                self.send(now, pair, orders);
            }
            self.sent += 1;
        }
    }
}

impl Script for Relaying {
    fn heard(&mut self, now: Instant, client: usize, event: Event, orders: &mut Vec<Order>) {
        match event {
            Event::LoggedIn => self.logged_in(now, orders),
            Event::InCall if client >= self.pairs => {
                self.in_call += 1;
                if self.in_call == self.pairs {
                    self.begin(now, orders);
                }
            }
            Event::Relayed if client < self.pairs => self.arrived(now, client, orders),
            _ => {}
        }
    }

    fn tick(&mut self, now: Instant, orders: &mut Vec<Order>) {
        self.send_due(now, orders);
    }

    fn pace(&self) -> Duration {
        Duration::from_millis(if self.interval.is_some() { 1 } else { 50 })
    }

    fn is_done(&self) -> bool {
        self.is_over
    }

    fn progress(&self) -> String {
        let (there, calls) = (self.logged_in, self.in_call);
        format!("{there} logged in, {calls} calls, {} relayed", self.latencies.len())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn at_intervals_pairs_take_turns_and_wait_for_nothing() {
        let mut script = Relaying::paced(2, Duration::from_millis(10), Duration::from_secs(1));
        let (now, mut orders) = (Instant::now(), Vec::new());
        (0..4).for_each(|client| script.heard(now, client, Event::LoggedIn, &mut orders));
        (2..4).for_each(|client| script.heard(now, client, Event::InCall, &mut orders));
        orders.clear();
        script.tick(now + Duration::from_millis(25), &mut orders);
        let say = |client| Order::Say { client, saying: Saying::Relay };
        assert_eq!(std::mem::take(&mut orders), [say(2), say(3), say(2)]);
        script.heard(now + Duration::from_millis(600), 0, Event::Relayed, &mut orders);
        assert_eq!((&orders[..], script.latencies().len()), (&[][..], 1));
    }

    #[test]
    fn no_more_is_under_way_than_the_window() {
        let mut script = Relaying::new(2, 3, true, Duration::from_secs(1));
        let (now, mut orders) = (Instant::now(), Vec::new());
        (0..4).for_each(|client| script.heard(now, client, Event::LoggedIn, &mut orders));
        let calls = [2, 3].map(|client| Order::Say { client, saying: Saying::Call });
        assert_eq!(std::mem::take(&mut orders), calls);
        (2..4).for_each(|client| script.heard(now, client, Event::InCall, &mut orders));
        assert_eq!(std::mem::take(&mut orders).len(), 6);
        let later = now + Duration::from_millis(600);
        script.heard(later, 1, Event::Relayed, &mut orders);
        assert_eq!(orders, [Order::Say { client: 3, saying: Saying::Relay }]);
        assert_eq!(script.latencies(), [600.0]);
        assert!(!script.is_done());
        script.heard(now + Duration::from_secs(2), 1, Event::Relayed, &mut orders);
        assert!(script.is_done());
    }
}
