//! Reading and writing big-endian fields, as every protocol here lays them out.

mod byte_reader;
mod byte_writer;
mod truncated;

pub use byte_reader::ByteReader;
pub use byte_writer::ByteWriter;
pub use truncated::Truncated;
