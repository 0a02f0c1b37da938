//! The states of what runs a call, over time, a lane each.
//!
//! The call with the signalling server, offer and answer (RFC 8829 section 3.2), ICE (the W3C's
//! `RTCIceTransportState`), the DTLS handshake, and the picture: whether it moves.

mod change;
mod lane;
mod lane_kind;
mod mood;
mod naming;

pub use change::Change;
pub use lane::Lane;
pub use lane_kind::LaneKind;
pub use mood::Mood;

pub(crate) use naming::{call_name, dtls_name, ice_name, negotiation_name};
