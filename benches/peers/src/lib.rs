//! Room RTC and other WebRTC stacks on the same work, side by side.
//!
//! A [`Stack`] is two ends of one implementation in this process. The rows are measured in turns,
//! one round of each stack after the other, and the best round of each counts: what else runs on
//! the machine then disturbs all alike, or none.
//!
//! [`rows`] has the rows, [`stacks`] the implementations, [`srtp`] their SRTP alone.

pub mod frames;
pub mod level;
pub mod measuring;
pub mod row;
pub mod rows;
pub mod sockets;
pub mod srtp;
pub mod stack;
pub mod stacks;

pub use level::Level;
pub use row::Row;
pub use stack::Stack;
