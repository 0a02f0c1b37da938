//! What connections are sent.

use roomrtc_core::base::Time;
use roomrtc_core::signaling::limits::MAX_USER_NAME;
use roomrtc_core::signaling::{CallNumber, ErrorMessage, Message, MessageType};

use super::connection_state::ConnectionState;
use super::{CloseReason, ConnectionId, Hub, Refusal};

impl Hub {
    /// A connection for which there are messages; each at least once after there are some.
    pub fn poll_ready(&mut self) -> Option<ConnectionId> {
        self.announce();
        self.ready.pop_first()
    }

    /// The next message for `connection`. Ask when it can be sent: what is not asked for is kept,
    /// and states of users that change meanwhile are told once.
    pub fn poll_message(&mut self, now: Time, connection: ConnectionId) -> Option<Message> {
        let known = self.connections.get_mut(&connection)?;
        let message = known.outbox.pop();
        known.waiting_since = (!known.outbox.is_empty()).then_some(now);
        let message = message.or_else(|| self.next_user_list(connection));
        message.or_else(|| self.next_missed_call(connection))
    }

    /// Whether so much waits for the connection that nothing more that others cause is added.
    pub(super) fn is_crowded(&self, id: ConnectionId) -> bool {
        let known = self.connections.get(&id);
        known.is_some_and(|known| known.outbox.bytes() > self.config.outbox_relay_limit)
    }

    /// Adds a message to what waits for the connection.
    pub(super) fn tell(&mut self, now: Time, id: ConnectionId, message: Message) {
        let Some(connection) = self.connections.get_mut(&id) else {
            return;
        };
        if connection.state == ConnectionState::Closing {
            return;
        }
        connection.outbox.push(message);
        let since = *connection.waiting_since.get_or_insert(now);
        if connection.outbox.bytes() > self.config.outbox_limit {
            self.overflowing.insert(id);
        }
        self.ready.insert(id);
        self.plan_stall_check(id, since);
    }

    /// Closes the connections for which too much waits. Not sooner, so that what one input does is
    /// done before the consequences begin.
    pub(super) fn close_overflowing(&mut self, now: Time) {
        while let Some(id) = self.overflowing.pop_first() {
            self.close(now, id, CloseReason::NotReading);
        }
    }

    /// Tells the user, if it is logged in.
    pub(super) fn tell_user(&mut self, now: Time, user: &str, message: Message) {
        if let Some(id) = self.users.get(user).and_then(|user| user.connection) {
            self.tell(now, id, message);
        }
    }

    pub(super) fn confirm(
        &mut self,
        now: Time,
        id: ConnectionId,
        request: MessageType,
        user: Option<String>,
    ) {
        self.tell(now, id, Message::Ok { request, user, call: None });
    }

    /// Confirms a request that made a call, met one, or took one up again.
    pub(super) fn confirm_call(
        &mut self,
        now: Time,
        id: ConnectionId,
        request: MessageType,
        (user, call): (String, CallNumber),
    ) {
        self.tell(now, id, Message::Ok { request, user: Some(user), call: Some(call) });
    }

    pub(super) fn refuse(
        &mut self,
        now: Time,
        id: ConnectionId,
        request: Option<MessageType>,
        user: Option<String>,
        refusal: &Refusal,
    ) {
        *self.counters.refusals.entry(refusal.code()).or_default() += 1;
        // What is too long to be a name is not sent back.
        let user = user.filter(|user| user.len() <= MAX_USER_NAME);
        let error = ErrorMessage { request, code: refusal.code(), user, text: refusal.to_string() };
        self.tell(now, id, Message::Error(error));
    }
}
