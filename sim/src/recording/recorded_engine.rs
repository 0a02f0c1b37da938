//! A recorded session in the simulator.

use std::sync::{Arc, Mutex, PoisonError};

use roomrtc_core::base::{Deadline, Time};
use roomrtc_core::session::{
    CommandError, Event, Input, KeyLog, ReceivedFrame, Statistics, Transmit,
};

use super::RecordedPeer;
use crate::engine::CallEngine;

/// A session in the simulator that is recorded in a file shared with others. It cannot be copied:
/// two futures do not fit into one recording.
#[derive(Debug)]
pub(super) struct RecordedEngine {
    pub(super) peer: RecordedPeer,
    pub(super) file: Arc<Mutex<Vec<u8>>>,
    /// Whether the session is at work: it still is when it is dropped if it has panicked.
    pub(super) is_at_work: bool,
}

impl RecordedEngine {
    fn work<T>(&mut self, does: impl FnOnce(&mut RecordedPeer) -> T) -> T {
        self.is_at_work = true;
        let result = does(&mut self.peer);
        self.is_at_work = false;
        result
    }

    fn write(&self, chunks: Option<Vec<u8>>) {
        if let Some(chunks) = chunks {
            self.file.lock().unwrap_or_else(PoisonError::into_inner).extend(chunks);
        }
    }
}

impl CallEngine for RecordedEngine {
    fn handle(&mut self, now: Time, input: Input<'_>) -> Result<(), CommandError> {
        let result = self.work(|peer| peer.handle(now, input));
        let chunks = self.peer.take_chunks();
        self.write(chunks);
        result
    }

    fn poll_transmit(&mut self, buffer: &mut Vec<u8>) -> Option<Transmit> {
        self.work(|peer| peer.poll_transmit(buffer))
    }

    fn poll_event(&mut self) -> Option<Event> {
        self.work(RecordedPeer::poll_event)
    }

    fn poll_frame(&mut self, buffer: &mut Vec<u8>) -> Option<ReceivedFrame> {
        self.work(|peer| peer.poll_frame(buffer))
    }

    fn deadline(&self) -> Option<Deadline> {
        self.peer.deadline()
    }

    fn statistics(&self) -> Statistics {
        self.peer.statistics()
    }

    fn key_log(&self) -> Option<KeyLog> {
        self.peer.key_log()
    }

    fn snapshot(&self) -> Option<Box<dyn CallEngine>> {
        None
    }
}

impl Drop for RecordedEngine {
    /// A session that has panicked is left alone: its recording ends with what led there.
    fn drop(&mut self) {
        let chunks = if self.is_at_work { self.peer.break_off() } else { self.peer.finish() };
        self.write(chunks);
    }
}
