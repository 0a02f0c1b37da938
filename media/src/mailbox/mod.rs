//! Bounded hand-over between threads.
//!
//! [`Latest`] keeps one value, the newest: what a live picture is worth when its successor is
//! there. [`DecodeQueue`] keeps the order that a decoder needs, and forgets all up to the next key
//! frame when the decoder falls behind.

mod decode_queue;
mod latest;

pub use decode_queue::DecodeQueue;
pub use latest::Latest;
