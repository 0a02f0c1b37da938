//! A client of the PeerJS server.

use std::rc::Rc;

use serde_json::json;
use tungstenite::handshake::MidHandshake;
use tungstenite::handshake::client::ClientHandshake;
use tungstenite::protocol::WebSocketConfig;
use tungstenite::{Error, HandshakeError, Message, Utf8Bytes, WebSocket};

use super::pipe::Pipe;
use super::{Dialect, Event, Misheard, Role, Saying, user_name};

/// A client that speaks as the PeerJS library does.
#[derive(Debug)]
pub struct PeerJs {
    user: String,
    pipe: Pipe,
    handshake: Option<MidHandshake<ClientHandshake<Pipe>>>,
    socket: Option<WebSocket<Pipe>>,
    /// What it sends the other party.
    offer: Utf8Bytes,
    /// What everything the other party sends ends in.
    expected: String,
}

impl PeerJs {
    /// The client of user `number`.
    pub fn new(number: u32, role: Role, description: &Rc<str>) -> PeerJs {
        let payload = json!({ "type": "offer", "sdp": &**description });
        let other = role.other().map(user_name);
        let offer = json!({ "type": "OFFER", "dst": other, "payload": payload });
        PeerJs {
            user: user_name(number),
            pipe: Pipe::default(),
            handshake: None,
            socket: None,
            offer: other.map(|_| offer.to_string()).unwrap_or_default().into(),
            expected: serde_json::Value::from(&**description).to_string(),
        }
    }

    fn shake_hands(&mut self) -> Result<(), Misheard> {
        let Some(handshake) = self.handshake.take() else {
            return Ok(());
        };
        match handshake.handshake() {
            Ok((socket, _)) => self.socket = Some(socket),
            Err(HandshakeError::Interrupted(later)) => self.handshake = Some(later),
            Err(HandshakeError::Failure(error)) => return Err(unreadable(&error)),
        }
        Ok(())
    }

    fn heard(&self, text: &str) -> Result<Event, Misheard> {
        if text == r#"{"type":"OPEN"}"# {
            return Ok(Event::LoggedIn);
        }
        if !text.starts_with(r#"{"type":"OFFER","#) {
            return Err(Misheard::Refused(text.chars().take(200).collect()));
        }
        if text.contains(&self.expected) { Ok(Event::Relayed) } else { Err(Misheard::Changed) }
    }
}

impl Dialect for PeerJs {
    fn begin(&mut self, output: &mut Vec<u8>) {
        let user = &self.user;
        let uri = format!("ws://127.0.0.1/peerjs?key=peerjs&id={user}&token={user}&version=1.5.4");
        let request = tungstenite::client::IntoClientRequest::into_client_request(uri);
        let request = request.expect("an address");
        let config = WebSocketConfig::default().read_buffer_size(4096).write_buffer_size(0);
        let handshake = ClientHandshake::start(self.pipe.clone(), request, Some(config));
        self.handshake = Some(handshake.expect("a request"));
        self.shake_hands().expect("nothing was answered yet");
        output.append(&mut self.pipe.outgoing.borrow_mut());
    }

    fn hear(
        &mut self,
        input: &[u8],
        output: &mut Vec<u8>,
        events: &mut Vec<Event>,
    ) -> Result<(), Misheard> {
        self.pipe.arrived.borrow_mut().extend_from_slice(input);
        self.shake_hands()?;
        while let Some(socket) = &mut self.socket {
            match socket.read() {
                Ok(Message::Text(text)) => events.push(self.heard(&text)?),
                Ok(_) => {}
                Err(Error::Io(error)) if error.kind() == std::io::ErrorKind::WouldBlock => break,
                Err(error) => return Err(unreadable(&error)),
            }
        }
        output.append(&mut self.pipe.outgoing.borrow_mut());
        Ok(())
    }

    fn say(&mut self, saying: Saying, output: &mut Vec<u8>) {
        if let (Saying::Relay, Some(socket)) = (saying, &mut self.socket) {
            // Into memory, which does not fail.
            socket.send(Message::Text(self.offer.clone())).expect("written");
            output.append(&mut self.pipe.outgoing.borrow_mut());
        }
    }
}

fn unreadable(error: &Error) -> Misheard {
    Misheard::Unreadable(error.to_string())
}
