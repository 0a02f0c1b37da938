//! A TCP connection.

use std::io::{self, Write};
use std::net::SocketAddr;

use mio::net::TcpStream;
use roomrtc_core::base::Time;
use roomrtc_core::signaling::limits::MAX_BODY_BEFORE_LOGIN;
use roomrtc_core::signaling::{FrameDecoder, Message, encode};

/// A socket and what has been read from and not yet written to it.
#[derive(Debug)]
pub(super) struct Link {
    pub(super) socket: TcpStream,
    pub(super) address: SocketAddr,
    pub(super) decoder: FrameDecoder,
    /// Whether reading may give something. Events come only when that changes.
    pub(super) readable: bool,
    writable: bool,
    /// What was read while the hub takes no message.
    pub(super) unread: Vec<u8>,
    output: Vec<u8>,
    /// How much of `output` is written.
    written: usize,
    /// The hub is done with it; it stands until this time so that its peer can read the rest.
    pub(super) lingers_until: Option<Time>,
}

impl Link {
    /// Bytes that are taken from the hub ahead of what the socket takes.
    const OUTPUT_AHEAD: usize = 64 * 1024;

    pub(super) fn new(socket: TcpStream, address: SocketAddr) -> Link {
        Link {
            socket,
            address,
            decoder: FrameDecoder::new(MAX_BODY_BEFORE_LOGIN),
            readable: true,
            writable: true,
            unread: Vec::new(),
            output: Vec::new(),
            written: 0,
            lingers_until: None,
        }
    }

    /// The socket may take bytes again.
    pub(super) const fn set_writable(&mut self) {
        self.writable = true;
    }

    /// Whether another message should be taken from the hub.
    pub(super) const fn has_room(&self) -> bool {
        self.output.len() - self.written < Link::OUTPUT_AHEAD
    }

    /// Whether everything is written.
    pub(super) const fn is_flushed(&self) -> bool {
        self.output.is_empty()
    }

    /// Whether the socket took everything it was given.
    pub(super) const fn is_writable(&self) -> bool {
        self.writable
    }

    pub(super) fn push(&mut self, message: &Message) {
        if let Err(error) = encode(message, &mut self.output) {
            tracing::error!(%error, "a message was not sent");
        }
    }

    /// Writes as much as the socket takes.
    ///
    /// # Errors
    /// What the system says when the connection is broken.
    pub(super) fn write(&mut self) -> io::Result<()> {
        while self.writable && self.written < self.output.len() {
            match self.socket.write(&self.output[self.written..]) {
                Ok(0) => return Err(io::ErrorKind::WriteZero.into()),
                Ok(count) => self.written += count,
                Err(error) if error.kind() == io::ErrorKind::WouldBlock => self.writable = false,
                Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
                Err(error) => return Err(error),
            }
        }
        if self.written == self.output.len() {
            // An idle connection holds no buffer.
            self.output = Vec::new();
            self.written = 0;
        } else if self.written >= Link::OUTPUT_AHEAD {
            self.output.drain(..self.written);
            self.written = 0;
        }
        Ok(())
    }
}
