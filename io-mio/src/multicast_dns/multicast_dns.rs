//! The protocol's state and its face.

use std::collections::VecDeque;

use roomrtc_core::base::Time;

use super::{KnownName, Message, NameAction, NameEvent, OfferedName, OutgoingMessage, Query, Way};

/// The port of multicast DNS.
const PORT: u16 = 5_353;

/// Messages that wait to be sent at most.
const MOST_OUTGOING: usize = 256;

/// Multicast DNS for the names of candidates; see the module for what it does.
///
/// Everything is bounded: 32 names that are being resolved, 32 of our own, 64 that were overheard.
#[derive(Clone, Debug, Default)]
pub struct MulticastDns {
    pub(super) queries: Vec<Query>,
    pub(super) offered: Vec<OfferedName>,
    /// Names that others have told lately, the oldest first.
    pub(super) known: VecDeque<KnownName>,
    outgoing: VecDeque<OutgoingMessage>,
    events: VecDeque<NameEvent>,
}

impl MulticastDns {
    /// Neither questions nor names.
    pub fn new() -> MulticastDns {
        MulticastDns::default()
    }

    /// Does what is asked for.
    pub fn act(&mut self, now: Time, action: NameAction) {
        match action {
            NameAction::Resolve(name) => self.resolve(now, name.to_ascii_lowercase()),
            NameAction::Offer { name, address } => {
                self.offer(now, name.to_ascii_lowercase(), address);
            }
            NameAction::Withdraw(name) => self.withdraw(&name.to_ascii_lowercase()),
        }
        self.handle_timeout(now);
    }

    /// Takes what came to a socket. False if it is of no use: malformed, or a response of somebody
    /// who may not give one.
    pub fn handle_message(&mut self, now: Time, received: &super::ReceivedMessage<'_>) -> bool {
        let Some(message) = Message::read(received.bytes) else { return false };
        if !message.is_response {
            self.answer(now, &message, received);
        } else if received.source.port() == PORT {
            self.learn(now, &message);
        } else {
            // RFC 6762 section 6: whoever answers owns the port.
            return false;
        }
        self.handle_timeout(now);
        true
    }

    /// Does what is due.
    pub fn handle_timeout(&mut self, now: Time) {
        self.ask_again(now);
        self.tell_groups(now);
    }

    /// When [`MulticastDns::handle_timeout`] is due, if it is.
    pub fn deadline(&self) -> Option<Time> {
        let questions = self.queries.iter().map(|query| query.next);
        questions.chain(self.offered.iter().filter_map(|offered| offered.due)).min()
    }

    /// The next message to send.
    pub fn poll_outgoing(&mut self) -> Option<OutgoingMessage> {
        self.outgoing.pop_front()
    }

    /// The next event.
    pub fn poll_event(&mut self) -> Option<NameEvent> {
        self.events.pop_front()
    }

    /// Names that cannot be written as DNS has them are none of ours: nothing is sent then.
    pub(super) fn send(&mut self, way: Way, bytes: Option<Vec<u8>>) {
        if let Some(bytes) = bytes.filter(|_| self.outgoing.len() < MOST_OUTGOING) {
            self.outgoing.push_back(OutgoingMessage { way, bytes });
        }
    }

    pub(super) fn tell(&mut self, event: NameEvent) {
        self.events.push_back(event);
    }
}
