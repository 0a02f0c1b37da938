//! What the fuzz targets do with the bytes they get: read them every way there is, and check what
//! must hold of whatever could be read.
//!
//! `fuzz/run` runs all targets for some seconds each. The tests of this package run the seeds.

pub mod dtls;
pub mod h264;
pub mod names;
pub mod openings;
pub mod requests;
pub mod rtcp;
pub mod rtp;
pub mod sdp;
pub mod signaling;
mod split;
pub mod stun;
pub mod stun_server;
pub mod websocket;

#[cfg(test)]
mod seeds;
