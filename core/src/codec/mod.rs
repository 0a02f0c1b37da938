//! Codec payload formats.

pub mod h264;
