//! One WebSocket.

use std::io::{Cursor, ErrorKind};

use roomrtc_core::signaling::limits::MAX_BODY;
use roomrtc_core::signaling::{FrameTooLong, Message};
use tungstenite::Error;
use tungstenite::protocol::frame::coding::{CloseCode, Control, Data, OpCode};
use tungstenite::protocol::frame::{Frame, FrameHeader};
use tungstenite::protocol::{Role, WebSocketConfig, WebSocketContext};

use super::WebSocketEvent;
use super::in_memory_stream::InMemoryStream;

/// A WebSocket behind its handshake, without a socket.
#[derive(Debug, Default)]
pub struct WebSocket {
    /// What has arrived of a frame that is not whole.
    frame: Vec<u8>,
    /// The library's state, while a message is in fragments.
    context: Option<Box<WebSocketContext>>,
}

impl WebSocket {
    /// The next event, or `None` when `input` is used up; what was read is cut off it. A message of
    /// more than `limit` bytes is refused, by its announced length where that is enough. Pongs and
    /// the answer to a close are added to `output`.
    pub fn read(
        &mut self,
        input: &mut &[u8],
        limit: usize,
        output: &mut Vec<u8>,
    ) -> Option<WebSocketEvent> {
        loop {
            let (header, header_length, payload) = match self.header(input) {
                Ok(header) => header?,
                Err(code) => return Some(WebSocketEvent::Broken(code)),
            };
            if payload > limit as u64 {
                return Some(WebSocketEvent::Broken(CloseCode::Size));
            }
            if !self.gather(input, header_length + payload as usize) {
                return None;
            }
            let frame = std::mem::take(&mut self.frame);
            let event = self.judge(&header, &frame, limit, output);
            if event.is_some() {
                return event;
            }
        }
    }

    /// The header of the frame that is being read, its length and that of what it announces, if so
    /// much has arrived.
    fn header(
        &mut self,
        input: &mut &[u8],
    ) -> Result<Option<(FrameHeader, usize, u64)>, CloseCode> {
        loop {
            let mut cursor = Cursor::new(&self.frame);
            let parsed = FrameHeader::parse(&mut cursor).map_err(|error| code_of(&error))?;
            if let Some((header, payload)) = parsed {
                return Ok(Some((header, cursor.position() as usize, payload)));
            }
            let Some((byte, rest)) = input.split_first() else {
                return Ok(None);
            };
            self.frame.push(*byte);
            *input = rest;
        }
    }

    /// Adds what has arrived of the frame of this length. Whether it is whole.
    fn gather(&mut self, input: &mut &[u8], length: usize) -> bool {
        let missing = length.saturating_sub(self.frame.len()).min(input.len());
        let (arrived, rest) = input.split_at(missing);
        self.frame.extend_from_slice(arrived);
        *input = rest;
        self.frame.len() >= length
    }

    /// Hands one whole frame to the library.
    fn judge(
        &mut self,
        header: &FrameHeader,
        frame: &[u8],
        limit: usize,
        output: &mut Vec<u8>,
    ) -> Option<WebSocketEvent> {
        let before = self.context.take();
        let stays_in_fragments = match header.opcode {
            OpCode::Data(_) => !header.is_final,
            OpCode::Control(_) => before.is_some(),
        };
        let mut context = before.unwrap_or_else(|| Box::new(new_context(frame.len())));
        context.set_config(|config| {
            config.max_message_size = Some(limit);
            config.max_frame_size = Some(limit);
        });
        let event = read_event(&mut context, &mut InMemoryStream { input: frame, output });
        self.context = Some(context).filter(|_| stays_in_fragments);
        event
    }

    /// Whether it holds nothing of what has arrived.
    #[cfg(test)]
    pub(super) fn is_at_rest(&self) -> bool {
        self.frame.capacity() == 0 && self.context.is_none()
    }

    /// Adds a text message with the body of `message` to `output`.
    ///
    /// # Errors
    /// [`FrameTooLong`] if no reader would take it; then nothing is added.
    pub fn write_message(message: &Message, output: &mut Vec<u8>) -> Result<(), FrameTooLong> {
        let mut body = Vec::new();
        message.write_body(&mut body);
        if body.len() > MAX_BODY {
            return Err(FrameTooLong { length: body.len() });
        }
        write_frame(OpCode::Data(Data::Text), body, output);
        Ok(())
    }

    /// Adds a close with this code to `output`.
    pub fn write_close(code: CloseCode, output: &mut Vec<u8>) {
        let code = u16::from(code).to_be_bytes();
        write_frame(OpCode::Control(Control::Close), code.to_vec(), output);
    }
}

/// The library's state for frames of about this length, in bytes.
fn new_context(length: usize) -> WebSocketContext {
    let config = WebSocketConfig::default().read_buffer_size(length).write_buffer_size(0);
    WebSocketContext::new(Role::Server, Some(config))
}

fn read_event(
    context: &mut WebSocketContext,
    stream: &mut InMemoryStream<'_>,
) -> Option<WebSocketEvent> {
    match context.read(stream) {
        Ok(tungstenite::Message::Text(text)) => Some(WebSocketEvent::Text(text)),
        Ok(tungstenite::Message::Binary(_)) => Some(WebSocketEvent::Broken(CloseCode::Unsupported)),
        Ok(message) => {
            // The library has an answer ready. That writing it to memory ends a closed connection
            // is no news.
            let _ = context.flush(stream);
            message.is_close().then_some(WebSocketEvent::Closed)
        }
        Err(Error::ConnectionClosed) => Some(WebSocketEvent::Closed),
        Err(Error::Io(error)) if error.kind() == ErrorKind::WouldBlock => None,
        Err(error) => Some(WebSocketEvent::Broken(code_of(&error))),
    }
}

/// RFC 6455 section 7.4.1.
fn code_of(error: &Error) -> CloseCode {
    match error {
        Error::Capacity(_) => CloseCode::Size,
        Error::Utf8(_) => CloseCode::Invalid,
        _ => CloseCode::Protocol,
    }
}

fn write_frame(opcode: OpCode, payload: Vec<u8>, output: &mut Vec<u8>) {
    let header = FrameHeader { opcode, ..FrameHeader::default() };
    // A vector takes everything.
    let _ = Frame::from_payload(header, payload.into()).format(output);
}
