//! Two ends in memory, with nothing between them.

mod end;
mod memory_call;
mod seen_frame;

pub use end::End;
pub use memory_call::MemoryCall;
pub use seen_frame::SeenFrame;
