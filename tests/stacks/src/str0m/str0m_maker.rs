//! Making ends of str0m.

use roomrtc_core::base::{Seed, Time};
use roomrtc_core::session::PeerConfig;
use roomrtc_sim::engine::{CallEngine, EngineMaker};

use super::Str0mStack;
use crate::engine::ForeignEngine;

/// Makes ends of str0m.
#[derive(Clone, Copy, Debug, Default)]
pub struct Str0mMaker {
    /// Whether it offers audio and a data channel beside video.
    pub offers_everything: bool,
}

impl EngineMaker for Str0mMaker {
    fn make(&self, now: Time, config: PeerConfig, seed: Seed) -> Box<dyn CallEngine> {
        let stack = |start| Str0mStack::new(start, &config, self.offers_everything);
        Box::new(ForeignEngine::new(now, &config, &seed, stack))
    }

    fn is_foreign(&self) -> bool {
        true
    }
}
