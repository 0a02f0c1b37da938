//! YUV4MPEG2 files: uncompressed pictures with a header in letters.
//!
//! Read are 8-bit 4:2:0 files (`C420`, `C420jpeg`, `C420mpeg2`, `C420paldv`, or no `C` at all).
//! Interlaced files are read as if they were progressive; aspect ratios and comments are passed
//! over. An odd last column or row is left out. Written are `C420jpeg` files.

mod y4m_error;
mod y4m_header;
mod y4m_reader;
mod y4m_reference;
mod y4m_source;
mod y4m_writer;

pub use y4m_error::Y4mError;
pub use y4m_header::Y4mHeader;
pub use y4m_reader::Y4mReader;
pub use y4m_reference::Y4mReference;
pub use y4m_source::Y4mSource;
pub use y4m_writer::Y4mWriter;
