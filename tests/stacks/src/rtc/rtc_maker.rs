//! Making ends of `rtc`.

use roomrtc_core::base::{Seed, Time};
use roomrtc_core::session::PeerConfig;
use roomrtc_sim::engine::{CallEngine, EngineMaker};

use super::RtcStack;
use crate::engine::ForeignEngine;

/// Makes ends of `rtc`.
#[derive(Clone, Copy, Debug, Default)]
pub struct RtcMaker {
    /// Whether it offers audio and a data channel beside video.
    pub offers_everything: bool,
}

impl EngineMaker for RtcMaker {
    fn make(&self, now: Time, config: PeerConfig, seed: Seed) -> Box<dyn CallEngine> {
        let stack = |start| RtcStack::new(start, &config, &seed, self.offers_everything);
        Box::new(ForeignEngine::new(now, &config, &seed, stack))
    }

    fn is_foreign(&self) -> bool {
        true
    }
}
