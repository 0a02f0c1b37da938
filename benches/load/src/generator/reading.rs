//! What clients are told, and what they say then.

use std::io::{ErrorKind, Read};
use std::time::Instant;

use super::{Generator, LoadError, Order};
use crate::dialect::Event;
use crate::script::Script;

impl Generator {
    pub(super) fn ready(
        &mut self,
        event: &mio::event::Event,
        script: &mut dyn Script,
    ) -> Result<(), LoadError> {
        let place = event.token().0;
        if event.is_writable() {
            self.write(place)?;
        }
        while (event.is_readable() || event.is_read_closed()) && self.read(place, script)? {}
        Ok(())
    }

    /// Reads once, and does what comes of it. Says whether there may be more.
    fn read(&mut self, place: usize, script: &mut dyn Script) -> Result<bool, LoadError> {
        let Some(connection) = self.connections.get_mut(place).and_then(Option::as_mut) else {
            return Ok(false);
        };
        let count = match connection.channel.read(&mut self.buffer) {
            Ok(0) => return Err(LoadError::Disconnected { client: place }),
            Ok(count) => count,
            Err(error) if error.kind() == ErrorKind::WouldBlock => {
                // Over TLS, a handshake may have come to where there is room for what waits.
                self.write(place)?;
                return Ok(false);
            }
            Err(error) if error.kind() == ErrorKind::Interrupted => return Ok(true),
            Err(error) => return Err(error.into()),
        };
        let is_drained = connection.channel.is_drained(count, self.buffer.len());
        let (heard, output) = (&self.buffer[..count], &mut connection.output);
        let result = connection.dialect.hear(heard, output, &mut self.events);
        result.map_err(|error| LoadError::Misheard { client: place, error })?;
        self.write(place)?;
        self.follow(place, script)?;
        Ok(!is_drained)
    }

    /// Tells the script what the client has noticed, and obeys.
    fn follow(&mut self, place: usize, script: &mut dyn Script) -> Result<(), LoadError> {
        let now = Instant::now();
        for event in self.events.drain(..) {
            let connection = self.connections.get_mut(place).and_then(Option::as_mut);
            if event == Event::LoggedIn
                && let Some(connection) = connection
                && std::mem::replace(&mut connection.is_new, false)
            {
                self.new -= 1;
            }
            script.heard(now, place, event, &mut self.orders);
        }
        self.obey()
    }

    /// Does what the script wants. What one client says at once goes out at once.
    pub(super) fn obey(&mut self) -> Result<(), LoadError> {
        let mut orders = std::mem::take(&mut self.orders);
        for order in &orders {
            match *order {
                Order::Close { client } => self.connections[client] = None,
                Order::Say { client, saying } => {
                    if let Some(connection) = &mut self.connections[client] {
                        connection.dialect.say(saying, &mut connection.output);
                    }
                }
            }
        }
        for order in orders.drain(..) {
            if let Order::Say { client, .. } = order {
                self.write(client)?;
            }
        }
        self.orders = orders;
        Ok(())
    }

    fn write(&mut self, place: usize) -> Result<(), LoadError> {
        let connection = self.connections.get_mut(place).and_then(Option::as_mut);
        Ok(connection.map_or(Ok(()), |connection| connection.write())?)
    }
}
