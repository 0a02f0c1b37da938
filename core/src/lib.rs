//! The WebRTC protocols of Room RTC, sans-I/O.
//!
//! Inputs are datagrams, time and commands; outputs are datagrams, events and one deadline. There
//! is no socket, clock, thread, file or global in here, and no randomness that was not handed in:
//! the same [`base::Seed`] and the same inputs give the same bytes.
//!
//! Layers, lowest first (imports go down only): [`base`] and [`wire`]; [`crypto`]; the formats
//! [`stun`], [`sdp`], [`rtp`], [`rtcp`], [`codec`], [`signaling`]; the engines [`ice`], [`dtls`],
//! [`srtp`], [`media`], which never import each other; [`negotiation`]; and [`session`], the only
//! composer. Beside them, [`planted_bugs`] is for the simulator's own test.

pub mod base;
pub mod codec;
pub mod crypto;
pub mod dtls;
pub mod ice;
pub mod media;
pub mod negotiation;
pub mod planted_bugs;
pub mod rtcp;
pub mod rtp;
pub mod sdp;
pub mod session;
pub mod signaling;
pub mod srtp;
pub mod stun;
pub mod wire;
