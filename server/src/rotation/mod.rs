//! Log files that do not grow without bound.
//!
//! The server's log goes through a [`RotatingFile`], and the client's does. Left out: files that are set
//! aside by their age, and compressed ones.

mod rotating_file;

pub use rotating_file::RotatingFile;
