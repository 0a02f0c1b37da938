//! What a connection speaks, and how far it is.

use roomrtc_core::signaling::limits::MAX_BODY_BEFORE_LOGIN;
use roomrtc_core::signaling::{FrameDecoder, Message};
use tungstenite::protocol::frame::coding::CloseCode;

use super::http::{RequestError, RequestReader};
use super::websocket::{WebSocket, WebSocketEvent};
use super::{Arrival, Opening, TransportKind};

/// The upper layer of a transport.
#[derive(Debug)]
pub(super) enum Protocol {
    /// Nothing has arrived.
    Unknown,
    Frames(FrameDecoder),
    Http(Box<RequestReader>),
    WebSocket(Box<WebSocket>),
    /// Nothing more is read, and nothing more is sent.
    Ended,
}

impl Protocol {
    /// What `input` came to; what was read is cut off. `None` when it is used up, and at most once
    /// before it is. What has to be replied at once is added to `reply`.
    pub(super) fn read(
        &mut self,
        input: &mut &[u8],
        limit: usize,
        reply: &mut Vec<u8>,
    ) -> Option<Arrival> {
        match self {
            Protocol::Unknown => self.choose(input),
            Protocol::Frames(decoder) => {
                decoder.set_limit(limit);
                match decoder.decode(input) {
                    Ok(message) => message.map(Arrival::Message),
                    Err(error) => Some(Arrival::Unreadable(error)),
                }
            }
            Protocol::Http(reader) => {
                let read = reader.read(input).transpose()?;
                Some(read.map_or_else(|error| self.bad_request(error), Arrival::Request))
            }
            Protocol::WebSocket(socket) => {
                let event = socket.read(input, limit, reply)?;
                Some(self.web_socket_event(event, reply))
            }
            Protocol::Ended => {
                *input = &[];
                None
            }
        }
    }

    fn bad_request(&mut self, error: RequestError) -> Arrival {
        *self = Protocol::Ended;
        Arrival::BadRequest(error)
    }

    fn choose(&mut self, input: &[u8]) -> Option<Arrival> {
        match Opening::of(*input.first()?) {
            Opening::Http => {
                *self = Protocol::Http(Box::default());
                None
            }
            Opening::Frames | Opening::Tls => {
                *self = Protocol::Frames(FrameDecoder::new(MAX_BODY_BEFORE_LOGIN));
                Some(Arrival::Frames)
            }
        }
    }

    fn web_socket_event(&mut self, event: WebSocketEvent, reply: &mut Vec<u8>) -> Arrival {
        match event {
            WebSocketEvent::Text(text) => match Message::read_body(text.as_bytes()) {
                Ok(message) => Arrival::Message(message),
                Err(error) => Arrival::Unreadable(error),
            },
            WebSocketEvent::Closed => {
                *self = Protocol::Ended;
                Arrival::Ended
            }
            WebSocketEvent::Broken(code) => {
                self.close(code, reply);
                Arrival::Ended
            }
        }
    }

    /// Says that nothing more comes, in the protocol's own terms, and why.
    pub(super) fn close(&mut self, code: CloseCode, output: &mut Vec<u8>) {
        if let Protocol::WebSocket(_) = self {
            WebSocket::write_close(code, output);
        }
        *self = Protocol::Ended;
    }

    pub(super) const fn kind(&self) -> TransportKind {
        match self {
            Protocol::Unknown | Protocol::Ended => TransportKind::Unknown,
            Protocol::Frames(_) => TransportKind::Frames,
            Protocol::Http(_) => TransportKind::Http,
            Protocol::WebSocket(_) => TransportKind::WebSocket,
        }
    }
}
