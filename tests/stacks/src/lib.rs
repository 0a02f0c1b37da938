//! Room RTC against other stacks: str0m, and webrtc-rs' `rtc`.
//!
//! [`str0m`] and [`rtc`] put one end of each behind the simulator's seam, by the application that
//! [`engine`] is around both; [`memory`] has two ends of any stacks in this process, with nothing
//! between them. The tests of this package run the same calls with one end theirs, in memory and in
//! the simulator; [`league`] runs all pairings and makes a table of them.
//!
//! The stacks draw their own randomness, so that a seed decides the network only: a test that holds
//! has to hold for whatever they draw.

pub mod engine;
pub mod league;
pub mod memory;
pub mod rtc;
mod stack;
pub mod str0m;

pub use stack::Stack;
