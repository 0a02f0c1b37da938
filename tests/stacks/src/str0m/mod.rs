//! str0m, as its documentation drives it, with its own settings: DTLS 1.2, NACK and RTX, no bandwidth
//! estimation, a hold-back of 30 packets for what is missing.

mod hearing;
mod str0m_maker;
mod str0m_stack;

pub use str0m_maker::Str0mMaker;
pub use str0m_stack::Str0mStack;
