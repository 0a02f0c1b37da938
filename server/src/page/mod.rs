//! The page for browsers: files that are part of the program.
//!
//! Nothing is read from a disk, so that a request can name no other file.

mod page_file;

pub use page_file::PageFile;
