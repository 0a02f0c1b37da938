//! Who is told which user's state.

use std::sync::Arc;

use roomrtc_core::signaling::limits::MAX_USERS_IN_LIST;
use roomrtc_core::signaling::{Message, UserList, UserListKind, UserPresence};

use super::user::User;
use super::{ConnectionId, Hub};

impl Hub {
    /// The user's state has changed.
    pub(super) fn touch(&mut self, name: &Arc<str>) {
        if let Some(user) = self.users.get_mut(name) {
            user.changed = Some(self.presence.note(user.changed, name.clone()));
        }
    }

    /// The connection is to be told everything again.
    pub(super) fn owe_full_list(&mut self, id: ConnectionId) {
        if let Some(connection) = self.connections.get_mut(&id) {
            connection.told = None;
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
        let kind = connection.told.map_or(UserListKind::Full, |_| UserListKind::Changes);
        let mut told = connection.told.unwrap_or_default();
        let mut users = Vec::new();
        for (number, name) in self.presence.after(told).take(MAX_USERS_IN_LIST) {
            told = number;
            if *name != own_name {
                let state = self.users.get(name).map(User::state)?;
                users.push(UserPresence { user: name.clone(), state });
            }
        }
        connection.told = Some(told);
        let is_empty = users.is_empty() && kind == UserListKind::Changes;
        (!is_empty).then_some(Message::UserList(UserList { kind, users }))
    }
}
