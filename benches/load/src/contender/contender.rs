//! Who takes part.

use clap::ValueEnum;

use super::{Setup, Site, StartError, mosquitto, ours, peer_js};
use crate::Options;
use crate::machine::Machine;

/// A server.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Contender {
    /// `roomrtc-server`.
    Ours,
    /// Eclipse Mosquitto, an MQTT broker.
    Mosquitto,
    /// The server of PeerJS, on Node.js.
    #[value(name = "peerjs")]
    PeerJs,
}

impl Contender {
    /// All of them, ours first.
    pub const ALL: [Contender; 3] = [Contender::Ours, Contender::Mosquitto, Contender::PeerJs];

    /// Its name.
    pub const fn name(self) -> &'static str {
        match self {
            Contender::Ours => "ours",
            Contender::Mosquitto => "mosquitto",
            Contender::PeerJs => "PeerJS",
        }
    }

    /// Whether its users are told of each other.
    pub const fn has_presence(self) -> bool {
        !matches!(self, Contender::PeerJs)
    }

    /// Whether users only reach each other in a call that was accepted.
    pub const fn has_calls(self) -> bool {
        matches!(self, Contender::Ours)
    }

    /// Starts it.
    ///
    /// # Errors
    /// [`StartError`], among others if it is not installed.
    pub fn start(
        self,
        options: &Options,
        machine: &Machine,
        setup: Setup,
    ) -> Result<Site, StartError> {
        match self {
            Contender::Ours => ours::start(options, machine, setup),
            Contender::Mosquitto => mosquitto::start(&options.mosquitto, machine, setup),
            Contender::PeerJs => peer_js::start(&options.peerjs, machine, setup),
        }
    }
}
