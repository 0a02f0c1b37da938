//! Making engines.

use std::fmt;

use roomrtc_core::base::{Seed, Time};
use roomrtc_core::session::PeerConfig;

use super::CallEngine;

/// Makes the engine of one side when its call begins.
pub trait EngineMaker: fmt::Debug + Send + Sync {
    /// An engine that begins at the host's time `now`.
    fn make(&self, now: Time, config: PeerConfig, seed: Seed) -> Box<dyn CallEngine>;

    /// Whether its engines are another stack's. Such an engine is held to what every stack has to
    /// keep, and not to what is a habit of ours: [`crate::oracle`] says which is which.
    fn is_foreign(&self) -> bool {
        false
    }
}
