//! A client that is connected.

use std::io::{self, ErrorKind, Write};

use super::channel::Channel;
use crate::dialect::Dialect;

/// A client and its connection.
#[derive(Debug)]
pub(super) struct Connection {
    pub(super) channel: Channel,
    pub(super) dialect: Box<dyn Dialect>,
    /// What is to be sent.
    pub(super) output: Vec<u8>,
    /// How much of it is.
    written: usize,
    /// Whether it has still to log in.
    pub(super) is_new: bool,
}

impl Connection {
    pub(super) fn new(channel: Channel, mut dialect: Box<dyn Dialect>) -> Connection {
        let mut output = Vec::new();
        dialect.begin(&mut output);
        Connection { channel, dialect, output, written: 0, is_new: true }
    }

    /// Sends as much as the socket takes.
    pub(super) fn write(&mut self) -> io::Result<()> {
        while self.written < self.output.len() {
            match self.channel.write(&self.output[self.written..]) {
                Ok(0) => return Err(ErrorKind::WriteZero.into()),
                Ok(count) => self.written += count,
                Err(error) if is_later(&error) => return Ok(()),
                Err(error) => return Err(error),
            }
        }
        self.output.clear();
        self.written = 0;
        match self.channel.flush() {
            Err(error) if !is_later(&error) => Err(error),
            _ => Ok(()),
        }
    }
}

/// Whether the socket only has no room, or is not connected yet.
fn is_later(error: &io::Error) -> bool {
    matches!(error.kind(), ErrorKind::WouldBlock | ErrorKind::NotConnected)
}
