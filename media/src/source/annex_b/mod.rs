//! H.264 files in Annex B byte-stream format, sent as they are.
//!
//! Every access unit goes out with the bytes that it has in the file. An IDR picture without
//! parameter sets gets those that came before it put in front, since a receiver may join there.
//! Sending starts at an IDR picture and goes back to it at the end. Left out: the frame rate that a
//! stream may carry (the caller's is kept), and fields, which go out as frames do.

mod annex_b_error;
mod annex_b_source;
mod annex_b_stream;

pub use annex_b_error::AnnexBError;
pub use annex_b_source::AnnexBSource;
pub use annex_b_stream::AnnexBStream;
