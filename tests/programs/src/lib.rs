//! What tests of whole programs share: building ours, running any, network namespaces to run them
//! in, and saying that something a test needs is missing.
//!
//! Left out: anything that knows what a program says. That stands with the tests.

pub mod matrix;
mod namespaces;
pub mod prerequisite;
pub mod programs;
mod running_program;

pub use namespaces::Namespaces;
pub use running_program::RunningProgram;
