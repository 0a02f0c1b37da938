//! Making recorded engines that are listened to.

use std::sync::{Arc, Mutex};

use roomrtc_core::base::{Seed, SessionSeed, Time};
use roomrtc_core::session::PeerConfig;
use roomrtc_sim::engine::{CallEngine, EngineMaker};
use roomrtc_sim::recording::RecordingMaker;

use super::listening_engine::ListeningEngine;

/// Makes recorded engines, and writes down what the recording must not hold.
#[derive(Clone, Debug)]
pub(super) struct ListeningMaker {
    pub(super) recording: RecordingMaker,
    pub(super) heard: Arc<Mutex<Vec<Vec<u8>>>>,
}

impl EngineMaker for ListeningMaker {
    /// Private keys are the first bytes of their streams.
    fn make(&self, now: Time, mut config: PeerConfig, seed: Seed) -> Box<dyn CallEngine> {
        let secret = SessionSeed::from(&seed).secret;
        let mut heard = self.heard.lock().expect("whole");
        heard.extend([seed.bytes().to_vec(), secret.bytes().to_vec()]);
        for stream in ["certificate", "dtls", "dtls cookie"] {
            heard.push(secret.stream(stream).bytes::<32>().to_vec());
        }
        config.gives_out_keys = true;
        let (inner, heard) = (self.recording.make(now, config, seed), Arc::clone(&self.heard));
        Box::new(ListeningEngine { inner, heard })
    }
}
