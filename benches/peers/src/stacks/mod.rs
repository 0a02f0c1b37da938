//! The implementations.

mod our_stack;
mod rtc_stack;
mod str0m_stack;

pub use our_stack::OurStack;
pub use rtc_stack::RtcStack;
pub use str0m_stack::Str0mStack;
