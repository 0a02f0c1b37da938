//! Recording the calls of a simulation.

use std::sync::atomic::{AtomicU16, Ordering};
use std::sync::{Arc, Mutex, PoisonError};

use roomrtc_core::base::{Seed, Time};
use roomrtc_core::session::PeerConfig;

use super::recorded_engine::RecordedEngine;
use super::{Disclosure, RecordedPeer, Recording};
use crate::engine::{CallEngine, EngineMaker};

/// Makes engines whose sessions are recorded, all in one file, which is complete once the
/// simulation is gone. A simulation with such engines cannot be copied.
#[derive(Clone, Debug)]
pub struct RecordingMaker {
    name: String,
    disclosure: Disclosure,
    sessions: Arc<AtomicU16>,
    file: Arc<Mutex<Vec<u8>>>,
}

impl RecordingMaker {
    /// A maker with a file of its own, for the side called `name`.
    pub fn new(name: &str, disclosure: Disclosure) -> RecordingMaker {
        RecordingMaker {
            name: name.to_owned(),
            disclosure,
            sessions: Arc::default(),
            file: Arc::new(Mutex::new(Recording::header())),
        }
    }

    /// A maker for the side called `name` that records in the same file.
    #[must_use]
    pub fn beside(&self, name: &str) -> RecordingMaker {
        RecordingMaker { name: name.to_owned(), ..self.clone() }
    }

    /// The bytes of the file so far.
    pub fn file(&self) -> Vec<u8> {
        self.file.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }
}

impl EngineMaker for RecordingMaker {
    fn make(&self, now: Time, config: PeerConfig, seed: Seed) -> Box<dyn CallEngine> {
        let number = self.sessions.fetch_add(1, Ordering::Relaxed);
        let (name, disclosure) = (&self.name, self.disclosure);
        let peer = RecordedPeer::recorded(number, name, disclosure, config, seed, now);
        let file = Arc::clone(&self.file);
        Box::new(RecordedEngine { peer, file, is_at_work: false })
    }
}
