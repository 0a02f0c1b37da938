//! The jitter buffer of a host over time: what it holds, and what it waits for.

mod buffer_point;
mod buffer_series;

pub use buffer_point::BufferPoint;
pub use buffer_series::BufferSeries;
