//! The first message of a connection.

use roomrtc_core::base::Time;
use roomrtc_core::signaling::{Message, MessageType, PROTOCOL_VERSION};

use super::{CloseReason, ConnectionId, Hub, Refusal};

impl Hub {
    /// Whether the connection has said `HELLO`.
    pub(super) fn is_greeted(&self, id: ConnectionId) -> bool {
        self.connections.get(&id).is_some_and(|known| known.is_greeted)
    }

    /// Takes the first message of a connection. A client that is newer speaks older versions, too.
    pub(super) fn greet(&mut self, now: Time, id: ConnectionId, message: &Message) {
        match message {
            Message::Hello { version, .. } if *version >= PROTOCOL_VERSION => {
                if let Some(connection) = self.connections.get_mut(&id) {
                    connection.is_greeted = true;
                    connection.anonymous_actions = 0;
                }
                let heartbeat = u32::try_from(self.config.heartbeat.as_secs()).unwrap_or(u32::MAX);
                self.tell(now, id, Message::Welcome { version: PROTOCOL_VERSION, heartbeat });
            }
            Message::Hello { version, .. } => {
                let refusal = Refusal::UnsupportedVersion(*version);
                self.refuse(now, id, Some(MessageType::Hello), None, &refusal);
                self.close(now, id, CloseReason::UnsupportedVersion);
            }
            other => self.expect_greeting(now, id, Some(other.message_type())),
        }
    }

    /// Sends away who did not greet.
    pub(super) fn expect_greeting(
        &mut self,
        now: Time,
        id: ConnectionId,
        request: Option<MessageType>,
    ) {
        self.refuse(now, id, request, None, &Refusal::HelloExpected);
        self.close(now, id, CloseReason::HelloExpected);
    }
}
