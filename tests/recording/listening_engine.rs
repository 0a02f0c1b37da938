//! A recorded engine that is listened to.

use std::sync::{Arc, Mutex};

use roomrtc_core::base::{Deadline, Time};
use roomrtc_core::session::{
    Command, CommandError, Event, Input, KeyLog, ReceivedFrame, Statistics, Transmit,
};
use roomrtc_sim::engine::CallEngine;

/// An engine of which everything is written down that a recording must not hold.
#[derive(Debug)]
pub(super) struct ListeningEngine {
    pub(super) inner: Box<dyn CallEngine>,
    /// The bytes of frames sent, and keys.
    pub(super) heard: Arc<Mutex<Vec<Vec<u8>>>>,
}

impl CallEngine for ListeningEngine {
    fn handle(&mut self, now: Time, input: Input<'_>) -> Result<(), CommandError> {
        if let Input::Command(Command::SendFrame(frame)) = &input {
            self.heard.lock().expect("whole").push(frame.data.to_vec());
        }
        self.inner.handle(now, input)
    }

    fn poll_transmit(&mut self, buffer: &mut Vec<u8>) -> Option<Transmit> {
        self.inner.poll_transmit(buffer)
    }

    fn poll_event(&mut self) -> Option<Event> {
        let event = self.inner.poll_event()?;
        if event == Event::Connected {
            let keys = self.inner.key_log().expect("asked for");
            let mut heard = self.heard.lock().expect("whole");
            heard.push(keys.dtls.master_secret.to_vec());
            let length = keys.srtp_profile.key_length();
            heard.extend(keys.srtp_keying_material.chunks(length).map(<[u8]>::to_vec));
        }
        Some(event)
    }

    fn poll_frame(&mut self, buffer: &mut Vec<u8>) -> Option<ReceivedFrame> {
        self.inner.poll_frame(buffer)
    }

    fn deadline(&self) -> Option<Deadline> {
        self.inner.deadline()
    }

    fn statistics(&self) -> Statistics {
        self.inner.statistics()
    }

    fn key_log(&self) -> Option<KeyLog> {
        self.inner.key_log()
    }

    fn snapshot(&self) -> Option<Box<dyn CallEngine>> {
        None
    }
}
