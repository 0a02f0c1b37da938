//! Calls that were missed.

use std::sync::Arc;

use roomrtc_core::base::Time;
use roomrtc_core::signaling::{Message, MessageType};

use super::operation::Operation;
use super::{AccountRequest, ConnectionId, Hub};

impl Hub {
    /// Notes that `callee` has missed a call of `caller`. Says whether it was begun: a guest misses
    /// nothing.
    ///
    /// Where somebody's request makes another miss a call, its connection waits until that is
    /// noted: so it is noted before it is answered, and nobody can ask faster than it is done.
    pub(super) fn note_missed_call(
        &mut self,
        now: Time,
        operation: Operation,
        (caller, callee): (&str, &str),
    ) -> bool {
        let has_account = self.users.get(callee).is_some_and(|user| user.inviter.is_none());
        if has_account {
            self.counters.missed_calls += 1;
            let since_1970 = self.config.epoch + now.since(Time::ZERO);
            let request = AccountRequest::NoteMissedCall {
                callee: callee.to_owned(),
                caller: caller.to_owned(),
                name: self.guest_name(caller),
                at: since_1970.as_secs(),
            };
            self.begin(operation, request);
        }
        has_account
    }

    /// Notes a call that was missed although nobody asked for anything just now.
    pub(super) fn note_silently(&mut self, now: Time, caller: &Arc<str>, callee: &Arc<str>) {
        let request = MessageType::Invite;
        let nobody = Operation { connection: None, ..Operation::of(ConnectionId(0), request) };
        self.note_missed_call(now, nobody, (caller, callee));
    }

    /// The next missed call that the connection is owed, once it was told all users.
    pub(super) fn next_missed_call(&mut self, id: ConnectionId) -> Option<Message> {
        let connection = self.connections.get_mut(&id)?;
        connection.missed.pop_front().map(Message::MissedCall)
    }
}
