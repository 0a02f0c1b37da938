//! Time as pictures carry it: microseconds since the Unix epoch, so that two programs on one
//! machine, or on two with synchronised clocks, can tell how old a picture is.

mod frame_rate;
mod frame_rate_error;
mod frame_schedule;
mod stop_signal;
mod wall_clock;
mod wall_time;

pub use frame_rate::FrameRate;
pub use frame_rate_error::FrameRateError;
pub use frame_schedule::FrameSchedule;
pub use stop_signal::StopSignal;
pub use wall_clock::WallClock;
pub use wall_time::WallTime;
