//! What the oracles are told of a host beforehand.

use std::time::Duration;

use roomrtc_core::session::PeerConfig;

/// What the oracles hold a host to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct HostFacts {
    /// Bytes of the largest datagram that it may send, as UDP payload.
    pub largest_datagram: usize,
    /// Whether it is a lite ICE agent, which takes the peer's checks for consent.
    pub is_lite: bool,
    /// The least time between two key frames that the other side can bring about.
    pub key_frame_interval: Duration,
    /// Whether it sends frames, whose packets end with a marker.
    pub has_frames: bool,
    /// Whether, as the DTLS server, it is to ask for a cookie first.
    pub cookie_exchange: bool,
    /// Whether its engine is another stack's.
    pub is_foreign: bool,
}

impl HostFacts {
    /// What follows from the configuration of an engine.
    pub fn of(config: &PeerConfig) -> HostFacts {
        HostFacts {
            largest_datagram: config.largest_datagram,
            is_lite: config.ice_lite,
            key_frame_interval: config.key_frame_interval,
            has_frames: !config.hands_over_packets,
            cookie_exchange: config.cookie_exchange,
            is_foreign: false,
        }
    }
}
