//! A script.

use std::time::{Duration, Instant};

use crate::dialect::Event;
use crate::generator::Order;

/// What clients do, given what they notice.
pub trait Script {
    /// A client has noticed something.
    fn heard(&mut self, now: Instant, client: usize, event: Event, orders: &mut Vec<Order>);

    /// Time has passed, if little.
    fn tick(&mut self, _now: Instant, _orders: &mut Vec<Order>) {}

    /// How soon it is asked again if nothing happens.
    fn pace(&self) -> Duration {
        Duration::from_millis(50)
    }

    /// Whether there is nothing more to do.
    fn is_done(&self) -> bool;

    /// How far it has come, for whoever waits in vain.
    fn progress(&self) -> String;
}
