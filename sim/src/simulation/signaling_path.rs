//! The signalling server and the way there.

use roomrtc_core::base::Time;

use crate::scenario::Side;
use crate::signaling::{SignalingServer, SimulatedAccounts};

/// The signalling server and what is on its way.
#[derive(Clone, Debug)]
pub(super) struct SignalingPath {
    pub(super) server: SignalingServer<SimulatedAccounts>,
    /// Connections made so far.
    pub(super) connections: u64,
    /// Until when nothing passes between clients and server.
    pub(super) resumes: Time,
    /// By client and direction, when the last bytes on their way arrive: a stream keeps its order.
    pub(super) streams: [[Time; 2]; 2],
}

impl SignalingPath {
    pub(super) fn new() -> SignalingPath {
        let names = Side::ALL.map(|side| side.name().to_owned());
        SignalingPath {
            server: SignalingServer::new(SimulatedAccounts::new(names.into())),
            connections: 0,
            resumes: Time::ZERO,
            streams: [[Time::ZERO; 2]; 2],
        }
    }
}
