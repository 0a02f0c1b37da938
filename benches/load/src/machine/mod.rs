//! The machine: its cores, open files, and what processes take of them.

#[expect(clippy::module_inception, reason = "the machine is what the module is about")]
mod machine;
mod processor_time;
mod resident;

pub use machine::Machine;
pub use processor_time::processor_time;
pub use resident::resident;
