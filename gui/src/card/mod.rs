//! `roomrtc card`: the test card as a Y4M file.
//!
//! Each picture carries the block code that a decoder of ours reads: its number, from 0, and its
//! time, from the beginning of the file. Other programs can be given the file in place of a camera,
//! and what comes from them through an encoder and a network is still known by its numbers.

mod run;

pub use run::run;
