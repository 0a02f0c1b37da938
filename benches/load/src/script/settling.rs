//! Idle connections.

use std::time::{Duration, Instant};

use super::Script;
use crate::dialect::Event;
use crate::generator::Order;

/// Every client logs in and stays, until nobody is told anything any more.
#[derive(Debug)]
pub struct Settling {
    expected: usize,
    logged_in: usize,
    last_heard: Option<Instant>,
    is_quiet: bool,
}

impl Settling {
    /// How long nobody is told anything.
    const QUIET: Duration = Duration::from_secs(1);

    /// So many clients.
    pub const fn new(expected: usize) -> Settling {
        Settling { expected, logged_in: 0, last_heard: None, is_quiet: false }
    }
}

impl Script for Settling {
    fn heard(&mut self, now: Instant, _client: usize, event: Event, _orders: &mut Vec<Order>) {
        self.last_heard = Some(now);
        self.logged_in += usize::from(event == Event::LoggedIn);
    }

    fn tick(&mut self, now: Instant, _orders: &mut Vec<Order>) {
        let silence = self.last_heard.map(|at| now.duration_since(at));
        self.is_quiet = silence.is_some_and(|silence| silence >= Settling::QUIET);
    }

    fn is_done(&self) -> bool {
        self.logged_in == self.expected && self.is_quiet
    }

    fn progress(&self) -> String {
        format!("{} of {} logged in", self.logged_in, self.expected)
    }
}
