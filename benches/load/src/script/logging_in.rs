//! Logins.

use std::time::Instant;

use super::Script;
use crate::dialect::Event;
use crate::generator::Order;

/// Every client logs in and goes.
#[derive(Debug)]
pub struct LoggingIn {
    expected: usize,
    done: usize,
}

impl LoggingIn {
    /// So many clients.
    pub const fn new(expected: usize) -> LoggingIn {
        LoggingIn { expected, done: 0 }
    }
}

impl Script for LoggingIn {
    fn heard(&mut self, _now: Instant, client: usize, event: Event, orders: &mut Vec<Order>) {
        if event == Event::LoggedIn {
            self.done += 1;
            orders.push(Order::Close { client });
        }
    }

    fn is_done(&self) -> bool {
        self.done == self.expected
    }

    fn progress(&self) -> String {
        format!("{} of {} logged in", self.done, self.expected)
    }
}
