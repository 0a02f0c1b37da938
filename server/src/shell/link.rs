//! A TCP connection.

use std::io::{self, Write};
use std::net::SocketAddr;

use mio::net::TcpStream;
use roomrtc_core::base::Time;
use roomrtc_core::signaling::Message;
use tungstenite::protocol::frame::coding::CloseCode;

use super::Door;
use crate::transport::http::{Request, Response};
use crate::transport::tls::TlsSettings;
use crate::transport::{Arrival, Transport, TransportError};

/// A socket, the layers above it, and what is not yet written to it.
#[derive(Debug)]
pub(super) struct Link {
    pub(super) socket: TcpStream,
    pub(super) address: SocketAddr,
    pub(super) door: Door,
    pub(super) transport: Transport,
    /// Whether reading may give something. Events come only when that changes.
    pub(super) readable: bool,
    /// Whether a read that gives less than it could says nothing of what is left: the system has said
    /// that the peer sends nothing more, that the socket is broken, or that something is urgent,
    /// before which reads stop.
    pub(super) reads_to_the_end: bool,
    writable: bool,
    /// Whether the hub knows of it.
    pub(super) is_in_hub: bool,
    output: Vec<u8>,
    /// How much of `output` is written.
    written: usize,
    /// By when it has to say what it wants, if it has not.
    pub(super) opening_until: Option<Time>,
    /// Nothing more is said on it; it stands until this time so that its peer can read the rest.
    pub(super) lingers_until: Option<Time>,
}

impl Link {
    /// Bytes that are taken from the hub ahead of what the socket takes.
    const OUTPUT_AHEAD: usize = 64 * 1024;

    /// A link that takes anything outside TLS only if it `takes_plain`.
    pub(super) fn new(
        socket: TcpStream,
        address: SocketAddr,
        door: Door,
        takes_plain: bool,
    ) -> Link {
        Link {
            socket,
            address,
            door,
            transport: Transport::new(takes_plain),
            readable: true,
            reads_to_the_end: false,
            writable: true,
            is_in_hub: false,
            output: Vec::new(),
            written: 0,
            opening_until: None,
            lingers_until: None,
        }
    }

    /// The socket may take bytes again.
    pub(super) const fn set_writable(&mut self) {
        self.writable = true;
    }

    /// Whether little enough is unwritten to add to it.
    pub(super) const fn has_room(&self) -> bool {
        self.unwritten() < Link::OUTPUT_AHEAD
    }

    /// Bytes that the socket has not taken.
    pub(super) const fn unwritten(&self) -> usize {
        self.output.len() - self.written
    }

    /// Whether everything is written.
    pub(super) const fn is_flushed(&self) -> bool {
        self.output.is_empty()
    }

    /// Whether the socket took everything it was given.
    pub(super) const fn is_writable(&self) -> bool {
        self.writable
    }

    /// Whether its TLS or its first words are still to be worked on.
    pub(super) fn is_opening(&self) -> bool {
        self.opening_until.is_some()
    }

    /// Takes what was read from the socket.
    pub(super) fn receive(
        &mut self,
        tls: &TlsSettings,
        bytes: &[u8],
    ) -> Result<(), TransportError> {
        let tls = Some(tls).filter(|_| self.door == Door::Clients);
        self.transport.receive(tls, bytes, &mut self.output)
    }

    /// The next thing that has arrived.
    pub(super) fn poll(&mut self, limit: usize) -> Option<Arrival> {
        self.transport.poll(limit, &mut self.output)
    }

    pub(super) fn send(&mut self, message: &Message) {
        if let Err(error) = self.transport.send(message, &mut self.output) {
            tracing::error!(%error, "a message was not sent");
        }
    }

    pub(super) fn respond(&mut self, request: Option<&Request>, response: &Response) {
        let mut bytes = Vec::new();
        response.write(request, self.transport.is_tls(), &mut bytes);
        self.transport.send_bytes(&bytes, &mut self.output);
    }

    /// Says that nothing more comes; `code` is WebSocket's word for why.
    pub(super) fn close(&mut self, code: CloseCode) {
        self.transport.close(code, &mut self.output);
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
