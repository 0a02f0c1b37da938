//! What allocates, counted exactly: a target of its own, because its allocator counts.

mod call;
mod srtp;
mod wire;
