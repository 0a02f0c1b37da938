//! The file that a call is recorded in.
//!
//! What goes into it, what does not, and its format are [`roomrtc_sim::recording`]'s. Here it gets
//! to the disk: a [`CallFile`] writes on a thread of its own, so that a slow disk holds nothing up,
//! and what waits for it is bounded. A disk that is full or too slow ends the recording, never the
//! call. All sessions of a program go into one file, each through a [`CallWriter`].

mod batch;
mod call_file;
mod call_writer;
mod shared;
mod written_so_far;

pub use call_file::CallFile;
pub use call_writer::CallWriter;
pub use written_so_far::WrittenSoFar;

use shared::Shared;
