//! The media crate: properties that hold for any input, and codes read back through the codec.

mod block_code;
mod codec;
mod files;
mod measurement;
mod scaling;
