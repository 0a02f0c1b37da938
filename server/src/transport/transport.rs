//! The stack of one connection.

use roomrtc_core::signaling::{FrameTooLong, Message, encode};
use tungstenite::protocol::frame::coding::CloseCode;

use super::protocol::Protocol;
use super::tls::{TlsSession, TlsSettings};
use super::websocket::WebSocket;
use super::{Arrival, Opening, TransportError, TransportKind};

/// The layers between a connection's bytes and its messages.
#[derive(Debug)]
pub struct Transport {
    tls: Option<Box<TlsSession>>,
    protocol: Protocol,
    /// What was received, out of TLS, and is not read yet.
    received: Vec<u8>,
    /// How much of `received` is read.
    taken: usize,
    /// Whether something was received, be it TLS.
    has_begun: bool,
    takes_plain: bool,
    /// The peer has said that nothing more comes, and it was not told on.
    has_ended: bool,
}

impl Transport {
    /// A transport at the beginning of a connection. Without TLS it takes anything only if it
    /// `takes_plain`.
    pub const fn new(takes_plain: bool) -> Transport {
        Transport {
            tls: None,
            protocol: Protocol::Unknown,
            received: Vec::new(),
            taken: 0,
            has_begun: false,
            takes_plain,
            has_ended: false,
        }
    }

    /// Takes what was received. TLS's own answer is added to `output`.
    ///
    /// Without `tls` the connection speaks none.
    ///
    /// # Errors
    /// [`TransportError`] when nothing more can be read. What was received before can.
    pub fn receive(
        &mut self,
        tls: Option<&TlsSettings>,
        bytes: &[u8],
        output: &mut Vec<u8>,
    ) -> Result<(), TransportError> {
        let first = bytes.first().filter(|_| !self.has_begun);
        if first.is_some_and(|first| Opening::of(*first) == Opening::Tls)
            && let Some(settings) = tls
        {
            self.tls = Some(Box::new(settings.open()?));
        }
        self.has_begun |= !bytes.is_empty();
        let Some(session) = &mut self.tls else {
            self.received.extend_from_slice(bytes);
            return Ok(());
        };
        session.receive(bytes, &mut self.received, output)?;
        self.has_ended |= session.has_ended();
        Ok(())
    }

    /// The next thing that has arrived. Messages longer than `limit` bytes are refused. What has to
    /// be replied at once is added to `output`.
    pub fn poll(&mut self, limit: usize, output: &mut Vec<u8>) -> Option<Arrival> {
        while self.taken < self.received.len() {
            let is_new = matches!(self.protocol, Protocol::Unknown);
            let is_refused = is_new && self.tls.is_none() && !self.takes_plain;
            let mut input = &self.received[self.taken..];
            if is_refused && let Some(first) = input.first() {
                let opening = Opening::of(*first);
                self.discard();
                return Some(Arrival::Plain(opening));
            }
            let mut reply = Vec::new();
            let arrival = self.protocol.read(&mut input, limit, &mut reply);
            self.taken = self.received.len() - input.len();
            self.send_bytes(&reply, output);
            if arrival.is_some() {
                return arrival;
            }
        }
        // A connection at rest holds no buffer.
        self.received = Vec::new();
        self.taken = 0;
        std::mem::take(&mut self.has_ended).then(|| {
            self.protocol = Protocol::Ended;
            Arrival::Ended
        })
    }

    fn discard(&mut self) {
        self.protocol = Protocol::Ended;
        self.received = Vec::new();
        self.taken = 0;
    }

    /// Whether something was received that [`Transport::poll`] has not looked at.
    pub const fn has_unread(&self) -> bool {
        self.taken < self.received.len()
    }

    /// Whether it holds no buffer.
    #[cfg(test)]
    pub(super) const fn is_at_rest(&self) -> bool {
        self.received.capacity() == 0
    }

    /// Adds a message to `output`, in the form that this connection takes.
    ///
    /// # Errors
    /// [`FrameTooLong`] if no reader would take it; then nothing is added.
    pub fn send(&mut self, message: &Message, output: &mut Vec<u8>) -> Result<(), FrameTooLong> {
        let write = match self.protocol {
            Protocol::WebSocket(_) => WebSocket::write_message,
            _ => encode,
        };
        if self.tls.is_none() {
            return write(message, output);
        }
        let mut bytes = Vec::new();
        write(message, &mut bytes)?;
        self.send_bytes(&bytes, output);
        Ok(())
    }

    /// Adds bytes to `output` as they are, through TLS if there is any.
    pub fn send_bytes(&mut self, bytes: &[u8], output: &mut Vec<u8>) {
        match &mut self.tls {
            Some(tls) => tls.send(bytes, output),
            None => output.extend_from_slice(bytes),
        }
    }

    /// Its HTTP request was one for WebSocket and is granted: what follows is that.
    pub fn upgrade(&mut self) {
        self.protocol = Protocol::WebSocket(Box::default());
    }

    /// Says in the protocols' own terms that nothing more comes; `code` is WebSocket's word for
    /// why. Nothing more is read or sent.
    pub fn close(&mut self, code: CloseCode, output: &mut Vec<u8>) {
        let mut last = Vec::new();
        self.protocol.close(code, &mut last);
        self.send_bytes(&last, output);
        if let Some(tls) = &mut self.tls {
            tls.close(output);
        }
        self.discard();
    }

    /// What it speaks.
    pub const fn kind(&self) -> TransportKind {
        self.protocol.kind()
    }

    /// Whether it speaks it inside TLS.
    pub const fn is_tls(&self) -> bool {
        self.tls.is_some()
    }

    /// Whether TLS has begun and is not agreed on.
    pub fn is_handshaking(&self) -> bool {
        self.tls.as_ref().is_some_and(|tls| tls.is_handshaking())
    }
}
