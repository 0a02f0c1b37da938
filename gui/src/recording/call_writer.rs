//! The way into a recording's file.

use std::fmt;
use std::sync::Arc;
use std::sync::mpsc::{SyncSender, TrySendError};

use roomrtc_core::base::{Seed, Time};
use roomrtc_core::session::PeerConfig;
use roomrtc_sim::recording::{Disclosure, RecordedPeer};

use super::Shared;
use super::batch::Batch;

/// The way into a recording's file for the sessions of one client. It never waits.
#[derive(Clone)]
pub struct CallWriter {
    pub(super) name: String,
    pub(super) disclosure: Disclosure,
    pub(super) chunks: SyncSender<Batch>,
    pub(super) shared: Arc<Shared>,
}

impl CallWriter {
    /// Begins a session that is recorded.
    pub fn begin(&self, config: PeerConfig, seed: Seed, now: Time) -> RecordedPeer {
        let number = self.shared.next_session();
        RecordedPeer::recorded(number, &self.name, self.disclosure, config, seed, now)
    }

    /// Hands over the next bytes of a session.
    ///
    /// # Errors
    /// A sentence if they are not written: the recording has ended.
    pub fn write(&self, chunks: Vec<u8>) -> Result<(), String> {
        self.chunks.try_send(Batch::Chunks(chunks)).map_err(|error| {
            if let TrySendError::Full(_) = error {
                self.shared.fail("the disk is too slow for the recording".to_owned());
            }
            self.shared.fault().unwrap_or_else(|| "the recording has ended".to_owned())
        })
    }
}

impl fmt::Debug for CallWriter {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("CallWriter").field(&self.name).finish()
    }
}
