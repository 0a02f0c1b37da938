//! Guests: they enter by an invitation, see who invited them, and nobody else sees them.

use std::sync::Arc;

use roomrtc_core::base::Time;
use roomrtc_core::signaling::limits::MAX_GUEST_NAME;
use roomrtc_core::signaling::{MessageType, Token, UserState};

use super::answer::Answer;
use super::operation::Operation;
use super::user::User;
use super::{AccountRequest, ConnectionId, Hub, Refusal, SessionGrant, UserSession};

impl Hub {
    pub(super) fn enter(
        &mut self,
        id: ConnectionId,
        code: Token,
        name: String,
    ) -> Result<Answer, Refusal> {
        if self.user_of(id).is_some() {
            return Err(Refusal::AlreadyLoggedIn);
        }
        let has_length = (1..=MAX_GUEST_NAME).contains(&name.len());
        if !has_length || name.chars().any(char::is_control) {
            return Err(Refusal::GuestNameInvalid);
        }
        let operation = Operation::of(id, MessageType::Enter);
        self.begin(operation, AccountRequest::Enter { code, name });
        Ok(Answer::Otherwise)
    }

    /// The invitation is good, or the guest's session is: logs the guest in.
    pub(super) fn admit_guest(
        &mut self,
        now: Time,
        id: ConnectionId,
        request: MessageType,
        (inviter, guest, name): (&str, String, String),
        grant: &SessionGrant,
    ) -> Result<(), Refusal> {
        if !self.is_anonymous(id) {
            self.drop_grant(request, grant);
            return Ok(());
        }
        let guest: Arc<str> = guest.into();
        if let Err(refusal) = self.add_guest(inviter, &guest, name) {
            self.drop_grant(request, grant);
            return Err(refusal);
        }
        let standing = self.users.get(&guest).and_then(|known| known.connection);
        if let Some(standing) = standing {
            self.take_over(now, standing);
            // Without a call, that guest was forgotten with its connection.
            let name = self.guest_name(&guest).unwrap_or_default();
            self.add_guest(inviter, &guest, name)?;
        }
        self.settle_in(now, id, request, &guest, grant);
        Ok(())
    }

    /// As many sessions of an inviter's guests last as guests may be there. Of more, the oldest end of
    /// those who are not there; `others` are all but the newest.
    pub(super) fn end_oldest_guests(&mut self, others: &[UserSession]) {
        let excess = (others.len() + 1).saturating_sub(self.config.max_guests);
        let is_absent = |other: &&UserSession| !self.users.contains_key(other.user.as_str());
        let absent: Vec<_> = others.iter().filter(is_absent).take(excess).collect();
        for other in absent {
            self.end_session(MessageType::Enter, other.session);
        }
    }

    fn add_guest(&mut self, inviter: &str, guest: &Arc<str>, name: String) -> Result<(), Refusal> {
        if let Some(known) = self.users.get(guest) {
            let is_the_same = known.inviter.as_deref() == Some(inviter);
            return if is_the_same { Ok(()) } else { Err(Refusal::UnknownInvitation) };
        }
        let most = self.config.max_guests;
        let Some((inviter, host)) = self.users.get_key_value(inviter) else {
            return Err(Refusal::UnknownInvitation);
        };
        if host.guests.len() >= most || host.inviter.is_some() {
            return Err(Refusal::TooManyGuests(inviter.to_string()));
        }
        let inviter = inviter.clone();
        if let Some(host) = self.users.get_mut(&inviter) {
            host.guests.insert(guest.clone());
        }
        let known = User { inviter: Some(inviter), guest_name: Some(name), ..User::default() };
        self.users.insert(guest.clone(), known);
        Ok(())
    }

    /// The name that a guest goes by.
    pub(super) fn guest_name(&self, guest: &str) -> Option<String> {
        self.users.get(guest).and_then(|user| user.guest_name.clone())
    }

    /// Whether `user` may know of `other`, who is not `user`.
    pub(super) fn sees(&self, user: &str, other: &str) -> bool {
        let inviter = |name: &str| self.users.get(name).and_then(|known| known.inviter.as_deref());
        match (inviter(user), inviter(other)) {
            (Some(host), _) => host == other,
            (None, Some(host)) => host == user,
            (None, None) => true,
        }
    }

    /// A guest without connection and call is nobody any more. Its session may bring it back.
    pub(super) fn forget_guest(&mut self, name: &Arc<str>) {
        let is_gone = |user: &&User| user.connection.is_none() && user.call.is_none();
        let gone = self.users.get(name).filter(is_gone);
        let Some(inviter) = gone.and_then(|user| user.inviter.clone()) else {
            return;
        };
        self.users.remove(name);
        if let Some(host) = self.users.get_mut(&inviter) {
            host.guests.remove(name);
        }
        self.tell_state(&inviter, name);
    }

    /// Tells `watcher`, if it is logged in, the state of one user: for what only the two of them
    /// may know.
    pub(super) fn tell_state(&mut self, watcher: &str, name: &Arc<str>) {
        let state = self.users.get(name).map_or(UserState::Deleted, User::state);
        let id = self.users.get(watcher).and_then(|user| user.connection);
        if let Some((id, connection)) = id.and_then(|id| Some((id, self.connections.get_mut(&id)?)))
        {
            connection.private.insert(name.clone(), state);
            self.ready.insert(id);
        }
    }

    /// The states that are told to this user alone: of its guests, or of who invited it.
    pub(super) fn private_states(&self, user: &str) -> Vec<(Arc<str>, UserState)> {
        let Some(known) = self.users.get(user) else {
            return Vec::new();
        };
        let others = known.guests.iter().chain(&known.inviter);
        let state = |name: &Arc<str>| Some((name.clone(), self.users.get(name)?.state()));
        others.filter_map(state).collect()
    }
}
