//! Taking frames from a source, at its pace, on a thread of its own.

mod capture_thread;

pub use capture_thread::CaptureThread;
