//! The media engine.

mod inbound_rtcp;
mod inbound_rtp;
mod media_engine;
mod outbound_rtcp;
mod outbound_rtp;
#[cfg(test)]
mod report_tests;
mod router;

pub use media_engine::MediaEngine;
