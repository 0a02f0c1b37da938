//! Makes cores with something changed.

use roomrtc_core::base::{Seed, Time};
use roomrtc_core::session::{Event, Peer, PeerConfig};
use roomrtc_sim::engine::{CallEngine, EngineMaker};

use super::rewriting_engine::RewritingEngine;

/// Makes the core's session with other settings, and changes what comes out of it.
#[derive(Clone, Copy, Debug)]
pub(super) struct RewritingMaker {
    /// Changes the settings.
    pub(super) config: fn(PeerConfig) -> PeerConfig,
    /// Changes an event.
    pub(super) event: fn(Event) -> Event,
    /// Changes a datagram: what stands in the buffer from a place on. Its length stays.
    pub(super) datagram: fn(&mut Vec<u8>, usize),
}

impl Default for RewritingMaker {
    /// Changes nothing.
    fn default() -> RewritingMaker {
        RewritingMaker { config: |config| config, event: |event| event, datagram: |_, _| {} }
    }
}

impl EngineMaker for RewritingMaker {
    fn make(&self, now: Time, config: PeerConfig, seed: Seed) -> Box<dyn CallEngine> {
        let peer = Peer::new((self.config)(config), seed, now);
        Box::new(RewritingEngine { peer, maker: *self })
    }
}
