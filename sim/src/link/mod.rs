//! One direction of a link: a chain of models that lose, delay, damage and hold packets.

mod verdict;

pub use verdict::Verdict;
