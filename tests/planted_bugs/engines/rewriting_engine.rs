//! A core with something changed.

use roomrtc_core::base::{Deadline, Time};
use roomrtc_core::session::{
    CommandError, Event, Input, Peer, ReceivedFrame, Statistics, Transmit,
};
use roomrtc_sim::engine::CallEngine;

use super::rewriting_maker::RewritingMaker;

/// The core's session, and what changes on its way out.
#[derive(Clone, Debug)]
pub(super) struct RewritingEngine {
    pub(super) peer: Peer,
    pub(super) maker: RewritingMaker,
}

impl CallEngine for RewritingEngine {
    fn handle(&mut self, now: Time, input: Input<'_>) -> Result<(), CommandError> {
        self.peer.handle(now, input)
    }

    fn poll_transmit(&mut self, buffer: &mut Vec<u8>) -> Option<Transmit> {
        let start = buffer.len();
        let transmit = self.peer.poll_transmit(buffer)?;
        (self.maker.datagram)(buffer, start);
        Some(transmit)
    }

    fn poll_event(&mut self) -> Option<Event> {
        self.peer.poll_event().map(self.maker.event)
    }

    fn poll_frame(&mut self, buffer: &mut Vec<u8>) -> Option<ReceivedFrame> {
        self.peer.poll_frame(buffer)
    }

    fn deadline(&self) -> Option<Deadline> {
        self.peer.deadline()
    }

    fn statistics(&self) -> Statistics {
        self.peer.statistics()
    }

    fn snapshot(&self) -> Option<Box<dyn CallEngine>> {
        Some(Box::new(self.clone()))
    }
}
