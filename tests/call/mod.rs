//! A whole call between two cores in memory, in virtual time.

mod connecting;
mod fate;
mod flight;
mod pair;
mod refusing;
mod video;
