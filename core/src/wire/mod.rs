//! Reading and writing big-endian fields, as every protocol here lays them out.

mod byte_reader;
mod byte_writer;
#[cfg(test)]
mod hex;
mod truncated;

pub use byte_reader::ByteReader;
pub use byte_writer::ByteWriter;
#[cfg(test)]
pub(crate) use hex::hex;
pub use truncated::Truncated;
