//! Streams in and out.

use std::net::SocketAddr;

use mio::event::Event;

use super::tokens::of_stream;
use super::{Driven, EventLoop};
use crate::stream::Connection;
use crate::{StreamAction, StreamClosure, StreamEvent, StreamId, StreamSecurity};

/// Most actions taken from the driven in one round.
const ACTIONS_PER_ROUND: usize = 64;

impl<C: Send> EventLoop<C> {
    pub(super) fn note_stream<D: Driven>(&mut self, slot: usize, event: &Event, driven: &mut D) {
        let Some(connection) = self.streams.in_slot(slot) else {
            return;
        };
        if event.is_readable() || event.is_read_closed() || event.is_error() {
            connection.note_readable();
        }
        if event.is_writable() || event.is_error() {
            let (id, noted) = (connection.id(), connection.note_writable());
            match noted {
                Ok(true) => {
                    driven.handle_stream(self.config.clock.now(), id, StreamEvent::Connected);
                }
                Ok(false) => {}
                Err(closure) => self.end_stream(slot, closure, driven),
            }
        }
    }

    /// Reads what has come, and does what the driven asks for.
    pub(super) fn serve_streams<D: Driven>(&mut self, driven: &mut D) {
        for slot in 0..crate::stream::MOST_STREAMS {
            self.read_stream(slot, driven);
        }
        let mut count = 0;
        while count < ACTIONS_PER_ROUND {
            self.output.clear();
            let Some(action) = driven.poll_stream(&mut self.output) else {
                break;
            };
            self.act(action, driven);
            count += 1;
        }
        self.has_more |= count == ACTIONS_PER_ROUND;
        self.streams.drop_done();
    }

    fn read_stream<D: Driven>(&mut self, slot: usize, driven: &mut D) {
        let now = self.config.clock.now();
        let Some(connection) = self.streams.in_slot(slot).filter(|c| c.is_readable()) else {
            return;
        };
        let mut buffer = [0; 4096];
        let read = connection.receive(&mut buffer, |id, event| {
            driven.handle_stream(now, id, event);
        });
        if let Err(closure) = read {
            self.end_stream(slot, closure, driven);
        }
    }

    fn act<D: Driven>(&mut self, action: StreamAction, driven: &mut D) {
        match action {
            StreamAction::Connect { stream, address, security } => {
                self.connect(stream, (address, security), driven);
            }
            StreamAction::Send { stream } => {
                let Some(slot) = self.streams.slot_of(stream) else {
                    return;
                };
                let sent = self.streams.in_slot(slot).map(|c| c.send(&self.output));
                if let Some(Err(closure)) = sent {
                    self.end_stream(slot, closure, driven);
                }
            }
            StreamAction::Close { stream } => {
                let slot = self.streams.slot_of(stream);
                if let Some(connection) = slot.and_then(|slot| self.streams.in_slot(slot)) {
                    connection.close();
                }
            }
        }
    }

    fn connect<D: Driven>(
        &mut self,
        stream: StreamId,
        (address, security): (SocketAddr, StreamSecurity),
        driven: &mut D,
    ) {
        if let Some(slot) = self.streams.slot_of(stream) {
            self.streams.remove(slot);
        }
        let opened = self.streams.free_slot().ok_or(StreamClosure::TooMany).and_then(|slot| {
            let registry = self.poll.registry();
            Connection::open(stream, address, security, registry, of_stream(slot))
                .map(|connection| (slot, connection))
        });
        match opened {
            Ok((slot, connection)) => self.streams.insert(slot, connection),
            Err(closure) => {
                self.statistics.open_failures += 1;
                let now = self.config.clock.now();
                driven.handle_stream(now, stream, StreamEvent::Closed(closure));
            }
        }
    }

    fn end_stream<D: Driven>(&mut self, slot: usize, closure: StreamClosure, driven: &mut D) {
        let ended = self.streams.in_slot(slot).filter(|connection| connection.is_wanted());
        let id = ended.map(|connection| connection.id());
        self.streams.remove(slot);
        if let Some(id) = id {
            let now = self.config.clock.now();
            driven.handle_stream(now, id, StreamEvent::Closed(closure));
        }
    }
}
