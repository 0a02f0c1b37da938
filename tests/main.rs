//! Tests that cross the crates of Room RTC: one target, so that proptest keeps its regressions in
//! the top-level `proptest-regressions/`.

mod call;
mod corpus;
mod desktop;
mod dtls;
mod event_loop;
mod h264;
mod house_rules;
mod ice;
mod media;
mod media_crate;
mod negotiation;
mod program;
mod recording;
mod rtcp;
mod rtp;
mod sdp;
mod server;
mod signaling;
mod simulator;
mod srtp;
mod stun;
