//! The core's own session.

use roomrtc_core::base::{Deadline, Seed, Time};
use roomrtc_core::session::{
    CommandError, Event, Input, Inspection, KeyLog, Peer, PeerConfig, ReceivedFrame, Statistics,
    Transmit,
};

use super::{CallEngine, EngineMaker};

/// Makes the core's [`Peer`].
#[derive(Clone, Copy, Debug, Default)]
pub struct PeerMaker;

impl EngineMaker for PeerMaker {
    fn make(&self, now: Time, config: PeerConfig, seed: Seed) -> Box<dyn CallEngine> {
        Box::new(Peer::new(config, seed, now))
    }
}

impl CallEngine for Peer {
    fn handle(&mut self, now: Time, input: Input<'_>) -> Result<(), CommandError> {
        Peer::handle(self, now, input)
    }

    fn poll_transmit(&mut self, buffer: &mut Vec<u8>) -> Option<Transmit> {
        Peer::poll_transmit(self, buffer)
    }

    fn poll_event(&mut self) -> Option<Event> {
        Peer::poll_event(self)
    }

    fn poll_frame(&mut self, buffer: &mut Vec<u8>) -> Option<ReceivedFrame> {
        Peer::poll_frame(self, buffer)
    }

    fn deadline(&self) -> Option<Deadline> {
        Peer::deadline(self)
    }

    fn statistics(&self) -> Statistics {
        Peer::statistics(self)
    }

    fn inspect(&self) -> Option<Inspection> {
        Some(Peer::inspect(self))
    }

    fn key_log(&self) -> Option<KeyLog> {
        Peer::key_log(self)
    }

    fn snapshot(&self) -> Option<Box<dyn CallEngine>> {
        Some(Box::new(self.clone()))
    }
}
