//! A whole call between two cores in memory, in virtual time.

mod connecting;
mod fate;
mod flight;
mod noise;
mod pair;
mod refusing;
mod variants;
mod video;
