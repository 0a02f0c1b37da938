//! Who is told which user's state.

use std::sync::Arc;

use roomrtc_core::signaling::limits::MAX_USERS_IN_LIST;
use roomrtc_core::signaling::{Message, UserList, UserListKind, UserPresence, UserState};

use super::user::User;
use super::{ConnectionId, Hub};

impl Hub {
    /// The user's state has changed. A guest's is told only to who invited it.
    pub(super) fn touch(&mut self, name: &Arc<str>) {
        let Some(user) = self.users.get_mut(name) else {
            return;
        };
        if let Some(inviter) = user.inviter.clone() {
            return self.tell_state(&inviter, name);
        }
        user.changed = Some(self.presence.note(user.changed, name.clone()));
        let guests: Vec<_> = user.guests.iter().cloned().collect();
        for guest in guests {
            self.tell_state(&guest, name);
        }
    }

    /// The connection is to be told everything again.
    pub(super) fn owe_full_list(&mut self, id: ConnectionId) {
        let Some(user) = self.user_of(id).cloned() else {
            return;
        };
        let private = self.private_states(&user);
        if let Some(connection) = self.connections.get_mut(&id) {
            connection.told = None;
            connection.private = private.into_iter().collect();
            self.ready.insert(id);
        }
    }

    /// Everybody who is logged in is owed the changes since they were last announced.
    pub(super) fn announce(&mut self) {
        if self.announced < self.presence.last() {
            self.announced = self.presence.last();
            self.ready.extend(&self.audience);
        }
    }

    /// The states that the connection has not been told, as many as go into a message.
    pub(super) fn next_user_list(&mut self, id: ConnectionId) -> Option<Message> {
        let connection = self.connections.get_mut(&id)?;
        let own_name = connection.user()?.clone();
        let reached = connection.told.filter(|told| self.presence.reaches_back_to(*told));
        let kind = reached.map_or(UserListKind::Full, |_| UserListKind::Changes);
        let mut told = reached.unwrap_or_default();
        let mut users = Vec::new();
        if self.audience.contains(&id) {
            for (number, name) in self.presence.after(told).take(MAX_USERS_IN_LIST) {
                told = number;
                let state = self.users.get(name).map_or(UserState::Deleted, User::state);
                let is_news = kind == UserListKind::Changes || state != UserState::Deleted;
                if *name != own_name && is_news {
                    users.push(UserPresence { user: name.clone(), state });
                }
            }
        } else {
            // A guest, who is told nothing but what it alone is told.
            told = self.presence.last();
        }
        while users.len() < MAX_USERS_IN_LIST
            && let Some((user, state)) = connection.private.pop_first()
        {
            users.push(UserPresence { user, state });
        }
        connection.told = Some(told);
        self.counters.states_told += users.len() as u64;
        let is_empty = users.is_empty() && kind == UserListKind::Changes;
        (!is_empty).then_some(Message::UserList(UserList { kind, users }))
    }
}
