//! Taking frames from sources, at their pace, on a thread of its own.
//!
//! A [`CaptureThread`] opens what it is given, one source after the other: opening may wait for a
//! driver, which nobody else should.

mod capture_control;
mod capture_state;
mod capture_thread;
mod captured;
mod opened_source;

pub use capture_thread::CaptureThread;
pub use captured::Captured;
pub use opened_source::OpenedSource;
