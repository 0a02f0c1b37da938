//! Time, deadlines, seeds and serial numbers: what every other module counts with.

mod deadline;
mod deadline_reason;
mod random_stream;
mod seed;
mod session_seed;
mod time;

pub use deadline::Deadline;
pub use deadline_reason::DeadlineReason;
pub use random_stream::RandomStream;
pub use seed::Seed;
pub use session_seed::SessionSeed;
pub use time::Time;
