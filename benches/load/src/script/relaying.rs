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

    /// So many pairs, with `window` messages under way each, for `duration`.
    pub fn new(pairs: usize, window: usize, needs_calls: bool, duration: Duration) -> Relaying {
        Relaying {
            pairs,
            window,
            needs_calls,
            duration,
            logged_in: 0,
            in_call: 0,
            began: None,
            is_over: false,
            relayed: 0,
            under_way: vec![VecDeque::with_capacity(window); pairs],
            latencies: Vec::new(),
        }
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
        self.send(now, pair, orders);
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
