//! Calls that were missed.

use std::sync::Arc;

use roomrtc_core::base::Time;
use roomrtc_core::signaling::{Message, MessageType, MissedCall};

use super::operation::Operation;
use super::{AccountRequest, ConnectionId, Hub, OperationId};

impl Hub {
    /// Most missed calls that wait for a connection. The store keeps no more, either.
    const MOST_MISSED_CALLS: usize = 100;

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

    /// A missed call is kept: its callee is told now, if it is there, and else at its next login.
    pub(super) fn tell_missed_call(&mut self, callee: &str, missed: &MissedCall) {
        let line = self.users.get(callee).and_then(|user| user.connection);
        let Some((id, connection)) = line.and_then(|id| Some((id, self.connections.get_mut(&id)?)))
        else {
            let next = OperationId(self.next_operation);
            return self.fresh_missed_calls.note(next, callee, missed.clone());
        };
        if missed.number <= connection.missed_before {
            return;
        }
        if connection.missed.len() == Hub::MOST_MISSED_CALLS {
            connection.missed.pop_front();
        }
        connection.missed.push_back(missed.clone());
        self.ready.insert(id);
    }

    /// The connection is to be told what its user has missed: what the store had when it was asked,
    /// and what was kept between then and now.
    pub(super) fn owe_missed_calls(
        &mut self,
        id: ConnectionId,
        user: &str,
        mut missed: Vec<MissedCall>,
    ) {
        let last = missed.last().map_or(0, |missed| missed.number);
        missed.extend(self.fresh_missed_calls.of(user).filter(|fresh| fresh.number > last));
        missed.sort_by_key(|missed| missed.number);
        if let Some(connection) = self.connections.get_mut(&id) {
            connection.missed_before = missed.last().map_or(0, |missed| missed.number);
            connection.missed = missed.into();
        }
    }

    /// The next missed call that the connection is owed, once it was told all users.
    pub(super) fn next_missed_call(&mut self, id: ConnectionId) -> Option<Message> {
        let connection = self.connections.get_mut(&id)?;
        connection.missed.pop_front().map(Message::MissedCall)
    }
}
