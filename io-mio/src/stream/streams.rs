//! All streams of a loop.

use super::{Connection, StreamId};

/// Most streams at a time: a client needs one.
pub(crate) const MOST_STREAMS: usize = 8;

/// Connections in slots: the slot is the connection's token in the poll.
#[derive(Debug, Default)]
pub(crate) struct Streams {
    slots: [Option<Connection>; MOST_STREAMS],
}

impl Streams {
    /// The connection in a slot.
    pub(crate) fn in_slot(&mut self, slot: usize) -> Option<&mut Connection> {
        self.slots.get_mut(slot)?.as_mut()
    }

    /// The slot of the stream with this name; one that is being closed no longer has it.
    pub(crate) fn slot_of(&self, id: StreamId) -> Option<usize> {
        let is_it = |slot: &Option<Connection>| {
            slot.as_ref().is_some_and(|connection| connection.id() == id && connection.is_wanted())
        };
        self.slots.iter().position(is_it)
    }

    /// A slot for one more connection, if there may be one more.
    pub(crate) fn free_slot(&self) -> Option<usize> {
        self.slots.iter().position(Option::is_none)
    }

    /// Puts a connection in a slot.
    pub(crate) fn insert(&mut self, slot: usize, connection: Connection) {
        if let Some(place) = self.slots.get_mut(slot) {
            *place = Some(connection);
        }
    }

    /// Drops the connection in a slot, which closes it.
    pub(crate) fn remove(&mut self, slot: usize) {
        if let Some(place) = self.slots.get_mut(slot) {
            *place = None;
        }
    }

    /// Drops connections that were to be closed and have nothing left to send.
    pub(crate) fn drop_done(&mut self) {
        for place in &mut self.slots {
            place.take_if(|connection| connection.is_done());
        }
    }

    /// Whether any connection is ready to be read.
    pub(crate) fn any_readable(&self) -> bool {
        self.slots.iter().flatten().any(Connection::is_readable)
    }

    /// Whether any connection has something to send.
    pub(crate) fn any_outgoing(&self) -> bool {
        self.slots.iter().flatten().any(Connection::has_outgoing)
    }
}
