//! One changes, many watch.

use std::time::{Duration, Instant};

use roomrtc_core::signaling::UserState;

use super::Script;
use crate::dialect::{Event, Saying};
use crate::generator::Order;

/// One user becomes busy and available in turns, each time when every watcher has noticed. Clients are
/// the watchers, then the one they watch, then whom it calls; user numbers are the same.
#[derive(Debug)]
pub struct Watching {
    watchers: usize,
    /// Whether being busy takes a call.
    needs_calls: bool,
    changes: usize,
    logged_in: usize,
    last_heard: Option<Instant>,
    /// The state that everybody is to notice, and since when; none before it begins.
    awaited: Option<(UserState, Instant)>,
    is_in_call: bool,
    has_noticed: Vec<bool>,
    noticed: usize,
    last_noticed: Option<Duration>,
    times: Vec<Duration>,
}

impl Watching {
    /// How long nobody is told anything before the first change.
    const QUIET: Duration = Duration::from_millis(500);

    /// So many watchers and changes.
    pub fn new(watchers: usize, changes: usize, needs_calls: bool) -> Watching {
        Watching {
            watchers,
            needs_calls,
            changes,
            logged_in: 0,
            last_heard: None,
            awaited: None,
            is_in_call: false,
            has_noticed: vec![false; watchers],
            noticed: 0,
            last_noticed: None,
            times: Vec::new(),
        }
    }

    /// How long each change took to reach every watcher, the shortest first, in milliseconds.
    pub fn times(&self) -> Vec<f64> {
        let mut sorted = self.times.clone();
        sorted.sort_unstable();
        sorted.into_iter().map(|time| time.as_secs_f64() * 1e3).collect()
    }

    fn change(&mut self, now: Instant, orders: &mut Vec<Order>) {
        let is_busy = matches!(self.awaited, Some((UserState::Busy, _)));
        let (state, saying) = if is_busy {
            (UserState::Available, Saying::HangUp)
        } else {
            (UserState::Busy, Saying::Call)
        };
        self.is_in_call = false;
        self.has_noticed.fill(false);
        self.noticed = 0;
        self.last_noticed = None;
        self.awaited = Some((state, now));
        orders.push(Order::Say { client: self.watchers, saying });
    }

    fn noticed(&mut self, now: Instant, client: usize, state: UserState) {
        let Some((_, since)) = self.awaited.filter(|(awaited, _)| *awaited == state) else {
            return;
        };
        if !std::mem::replace(&mut self.has_noticed[client], true) {
            self.noticed += 1;
            self.last_noticed = Some(now.duration_since(since));
        }
    }

    /// The next change, once all have noticed the last, and the call is as it should be.
    fn go_on(&mut self, now: Instant, orders: &mut Vec<Order>) {
        let is_busy = matches!(self.awaited, Some((UserState::Busy, _)));
        if self.noticed < self.watchers || (is_busy && self.needs_calls && !self.is_in_call) {
            return;
        }
        if let Some(time) = self.last_noticed.take() {
            self.times.push(time);
            self.change(now, orders);
        }
    }
}

impl Script for Watching {
    fn heard(&mut self, now: Instant, client: usize, event: Event, orders: &mut Vec<Order>) {
        self.last_heard = Some(now);
        match event {
            Event::LoggedIn => self.logged_in += 1,
            Event::InCall if client == self.watchers => self.is_in_call = true,
            Event::State { user, state }
                if client < self.watchers && user as usize == self.watchers =>
            {
                self.noticed(now, client, state);
            }
            _ => {}
        }
        if !self.is_done() {
            self.go_on(now, orders);
        }
    }

    fn tick(&mut self, now: Instant, orders: &mut Vec<Order>) {
        let is_there = self.awaited.is_none() && self.logged_in == self.watchers + 2;
        let silence = self.last_heard.map(|at| now.duration_since(at));
        if is_there && silence.is_some_and(|silence| silence >= Watching::QUIET) {
            self.change(now, orders);
        }
    }

    fn is_done(&self) -> bool {
        self.times.len() >= self.changes
    }

    fn progress(&self) -> String {
        let (noticed, times) = (self.noticed, self.times.len());
        format!("{} logged in, {times} changes, {noticed} noticed the next", self.logged_in)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_next_change_waits_for_the_last_watcher() {
        let mut script = Watching::new(2, 2, false);
        let (begin, mut orders) = (Instant::now(), Vec::new());
        (0..4).for_each(|client| script.heard(begin, client, Event::LoggedIn, &mut orders));
        script.tick(begin + Duration::from_secs(1), &mut orders);
        assert_eq!(orders, [Order::Say { client: 2, saying: Saying::Call }]);
        let busy = Event::State { user: 2, state: UserState::Busy };
        let at = |millis: u64| begin + Duration::from_millis(1_000 + millis);
        script.heard(at(3), 0, busy, &mut orders);
        script.heard(at(4), 0, busy, &mut orders);
        assert_eq!((orders.len(), script.times().len()), (1, 0));
        script.heard(at(5), 1, busy, &mut orders);
        assert_eq!(orders[1..], [Order::Say { client: 2, saying: Saying::HangUp }]);
        assert_eq!(script.times(), [5.0]);
    }
}
