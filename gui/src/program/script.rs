//! What a subcommand does and when.

use roomrtc_core::base::Time;

use super::Step;
use crate::client::{CallEnd, ClientEvent};

/// The course of a subcommand, as pure state: what happens goes in, steps come out.
pub trait Script {
    /// The clients run.
    fn begin(&mut self, now: Time);

    /// A client tells something.
    fn handle_event(&mut self, now: Time, client: usize, event: &ClientEvent);

    /// A client's call is over.
    fn handle_call_over(&mut self, now: Time, client: usize, end: &CallEnd);

    /// A line of standard input.
    fn handle_line(&mut self, _now: Time, _line: &str) {}

    /// A line of standard input that cannot be handed over, and why.
    fn handle_bad_line(&mut self, _now: Time, _why: &str) {}

    /// Standard input has ended.
    fn handle_end_of_input(&mut self, _now: Time) {}

    /// The user wants to end it.
    fn interrupt(&mut self, now: Time);

    /// When to be called next.
    fn deadline(&self) -> Option<Time>;

    /// The deadline may have passed.
    fn handle_timeout(&mut self, now: Time);

    /// The next thing to do.
    fn poll_step(&mut self) -> Option<Step>;
}
