//! Clocks of hosts: each has its own epoch and rate, and stands still while its host sleeps.

mod host_clock;

pub use host_clock::HostClock;
