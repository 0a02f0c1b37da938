//! The client's state machine.

use std::collections::{BTreeMap, VecDeque};
use std::sync::Arc;

use crate::base::Time;

use super::super::{
    CallEndReason, CallNumber, FrameDecoder, Message, MessageType, PROTOCOL_VERSION, Token,
    UserState, encode,
};
use super::event_queue::EventQueue;
use super::heartbeat::Heartbeat;
use super::pending_request::PendingRequest;
use super::{Call, CallStage, CommandError, Event};

/// A client of the signalling server, without a socket.
///
/// Any call at any time, any number of times; neither output needs to be drained.
#[derive(Clone, Debug, Default)]
pub struct Client {
    pub(super) connected: bool,
    pub(super) user: Option<String>,
    /// As whom the client was last logged in.
    pub(super) account: Option<String>,
    /// What resumes the login.
    pub(super) session: Option<Token>,
    /// The call that was ended while there was no connection to say so, and with whom it was.
    pub(super) hung_up: Option<(String, CallNumber)>,
    pub(super) heartbeat: Option<Heartbeat>,
    pub(super) users: BTreeMap<Arc<str>, UserState>,
    pub(super) call: Option<Call>,
    pub(super) pending: VecDeque<PendingRequest>,
    pub(super) events: EventQueue,
    /// Messages that make no sense in the client's state: most arrive because both ends act at
    /// once.
    pub(super) ignored: u64,
    pub(super) decoder: FrameDecoder,
    output: Vec<u8>,
}

impl Client {
    /// Most bytes that wait to be sent. A command that finds more is not taken.
    const MAX_OUTPUT: usize = 512 * 1024;

    /// Most requests that wait for an answer.
    const MAX_PENDING: usize = 64;

    /// A client without a connection.
    pub fn new() -> Client {
        Client::default()
    }

    /// The connection to the server stands. Nobody is logged in on it yet.
    pub fn handle_connected(&mut self, now: Time) {
        self.handle_disconnected();
        self.connected = true;
        self.heartbeat = Some(Heartbeat::new(now));
        let hello = Message::Hello { version: PROTOCOL_VERSION, program: None };
        // There is room: nothing was sent yet.
        let _sent = self.send(&hello);
    }

    /// The connection to the server is gone: [`Event::ConnectionLost`] follows. An accepted call is
    /// detached, one that rings has ended.
    pub fn handle_disconnected(&mut self) {
        if !self.connected {
            return;
        }
        self.connected = false;
        self.heartbeat = None;
        self.decoder = FrameDecoder::default();
        self.output.clear();
        self.pending.clear();
        self.log_out();
        self.events.push(Event::ConnectionLost);
        if let Some(call) = self.call.take() {
            self.lose_call(call);
        }
    }

    /// Appends what is to be sent to `output`; says whether there was something.
    pub fn poll_transmit(&mut self, output: &mut Vec<u8>) -> bool {
        output.extend_from_slice(&self.output);
        !std::mem::take(&mut self.output).is_empty()
    }

    /// The next event.
    pub fn poll_event(&mut self) -> Option<Event> {
        self.events.pop()
    }

    /// Whether there is a connection to the server.
    pub const fn is_connected(&self) -> bool {
        self.connected
    }

    /// What [`super::Command::Resume`] takes after a reconnect: the newest token of the session.
    pub const fn session(&self) -> Option<&Token> {
        self.session.as_ref()
    }

    /// As whom the client is logged in.
    pub fn user(&self) -> Option<&str> {
        self.user.as_deref()
    }

    /// The other users, by name, as far as the server has told.
    pub fn users(&self) -> impl Iterator<Item = (&str, UserState)> {
        self.users.iter().map(|(user, state)| (&**user, *state))
    }

    /// The state of another user; `None` where the server has not told it.
    pub fn user_state(&self, user: &str) -> Option<UserState> {
        self.users.get(user).copied()
    }

    /// The call, if there is one.
    pub const fn call(&self) -> Option<&Call> {
        self.call.as_ref()
    }

    /// Messages of the server that made no sense in the client's state and were ignored.
    pub const fn ignored_messages(&self) -> u64 {
        self.ignored
    }

    /// Events dropped because too many waited.
    pub const fn dropped_events(&self) -> u64 {
        self.events.dropped()
    }

    /// Forgets the login and what came with it.
    pub(super) fn log_out(&mut self) {
        self.user = None;
        if !self.users.is_empty() {
            self.users.clear();
            self.events.push(Event::UsersChanged);
        }
    }

    /// Signalling for `call` is gone: it goes on without, or it is over.
    pub(super) fn lose_call(&mut self, mut call: Call) {
        match call.stage {
            CallStage::Ringing if call.crossed => {}
            CallStage::Ringing => {
                let reason = CallEndReason::ConnectionLost;
                self.events.push(Event::CallEnded { user: call.user, reason });
            }
            CallStage::Accepted => {
                self.events.push(Event::CallDetached { user: call.user.clone() });
                call.stage = CallStage::Detached;
                self.call = Some(call);
            }
            CallStage::Detached => {
                call.rejoining = false;
                self.call = Some(call);
            }
        }
    }

    /// Sends a message that is answered only if it cannot be relayed.
    pub(super) fn send(&mut self, message: &Message) -> Result<(), CommandError> {
        if !self.connected {
            return Err(CommandError::NotConnected);
        }
        if self.output.len() > Client::MAX_OUTPUT {
            return Err(CommandError::Backlogged);
        }
        encode(message, &mut self.output)
            .map_err(|error| CommandError::TooLong { length: error.length })
    }

    /// Sends a message that is answered.
    pub(super) fn request(&mut self, message: &Message, user: &str) -> Result<(), CommandError> {
        if self.pending.len() == Client::MAX_PENDING {
            return Err(CommandError::Backlogged);
        }
        self.send(message)?;
        let request: MessageType = message.message_type();
        let (user, call) = (user.to_owned(), named_call(message));
        self.pending.push_back(PendingRequest { request, user, call, withdrawn: false });
        Ok(())
    }
}

/// The call that a request names.
const fn named_call(message: &Message) -> Option<CallNumber> {
    match message {
        Message::AcceptCall { call, .. } | Message::RejectCall { call, .. } => Some(*call),
        Message::EndCall { call, .. } => *call,
        _ => None,
    }
}
