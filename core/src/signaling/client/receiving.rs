//! What the server sends to a client.

use std::sync::Arc;

use crate::base::Time;
use crate::sdp::{CandidateInit, DescriptionKind};

use super::super::limits::{MAX_CANDIDATE, MAX_SDP, MAX_USER_NAME, longest_text};
use super::super::{
    CallEndReason, CallNumber, DecodeError, Message, MessageType, UserList, UserListKind,
    UserPresence, UserState,
};
use super::{Call, CallRole, CallStage, Client, Event};

impl Client {
    /// Most users that a client keeps, whatever the server sends.
    const MAX_USERS: usize = 1 << 18;

    /// Bytes have arrived from the server.
    pub fn handle_bytes(&mut self, now: Time, bytes: &[u8]) {
        if let Some(heartbeat) = &mut self.heartbeat {
            heartbeat.hear(now);
        }
        let mut input = bytes;
        while self.connected {
            match self.decoder.decode(&mut input) {
                Ok(Some(message)) => self.handle_message(message),
                Ok(None) => break,
                Err(error) => {
                    self.protocol_error(error.to_string());
                    if matches!(error, DecodeError::Frame(_)) {
                        break;
                    }
                }
            }
        }
    }

    pub(super) fn protocol_error(&mut self, text: String) {
        self.events.push(Event::ProtocolError { text });
    }

    fn handle_message(&mut self, message: Message) {
        match message {
            Message::Ok { request, user, call } => self.handle_ok(request, user, call),
            Message::Error(error) => self.handle_error(error),
            Message::UserList(list) => self.handle_user_list(list),
            Message::IncomingCall { user, call, name } => {
                self.handle_incoming_call(user, call, name);
            }
            Message::AcceptCall { user, call } => self.handle_accepted(&user, call),
            Message::RejectCall { user, call } => self.handle_rejected(user, call),
            Message::CallEnded { user, call, reason } => {
                self.handle_call_ended(&user, call, reason);
            }
            Message::Offer { user, call, sdp } => {
                self.handle_description((&user, call), DescriptionKind::Offer, sdp);
            }
            Message::Answer { user, call, sdp } => {
                self.handle_description((&user, call), DescriptionKind::Answer, sdp);
            }
            Message::Sdp { user, call, kind, sdp } => {
                self.handle_description((&user, call), kind, sdp);
            }
            Message::Candidate { user, call, candidate } => {
                self.handle_candidate((&user, call), candidate);
            }
            other => self.handle_connection_message(other),
        }
    }

    fn handle_user_list(&mut self, list: UserList) {
        match list.kind {
            UserListKind::Request => return self.ignored += 1,
            UserListKind::Full => self.users.clear(),
            UserListKind::Changes => {}
        }
        for UserPresence { user, state } in list.users {
            self.set_user(user, state);
        }
        self.events.push(Event::UsersChanged);
    }

    fn set_user(&mut self, user: Arc<str>, state: UserState) {
        if state == UserState::Deleted {
            self.users.remove(&user);
            return;
        }
        let has_room = self.users.len() < Client::MAX_USERS || self.users.contains_key(&user);
        if has_room && user.len() <= MAX_USER_NAME {
            self.users.insert(user, state);
        } else {
            self.ignored += 1;
        }
    }

    fn handle_incoming_call(&mut self, user: String, call: CallNumber, name: Option<String>) {
        match &self.call {
            Some(known) if known.stage == CallStage::Detached => {
                // The server knows nothing of a detached call. To the caller, we are busy.
                let rejection = Message::RejectCall { user: user.clone(), call };
                if self.request(&rejection, &user).is_err() {
                    self.ignored += 1;
                }
            }
            None if !self.is_withdrawing(&user) => self.ring(user, call, name),
            _ => self.ignored += 1,
        }
    }

    fn ring(&mut self, user: String, call: CallNumber, name: Option<String>) {
        let crossed = self.pending_invitation().is_some_and(|p| p.user == user);
        if !crossed {
            self.events.push(Event::IncomingCall { user: user.clone(), name: name.clone() });
        }
        self.call = Some(Call { name, crossed, ..Call::ringing(user, call, CallRole::Callee) });
    }

    fn handle_accepted(&mut self, user: &str, call: CallNumber) {
        if !self.accept_call(user, call, CallRole::Caller) {
            self.ignored += 1;
        }
    }

    /// The call that rings is accepted; says whether there is such a call.
    pub(super) fn accept_call(&mut self, user: &str, call: CallNumber, role: CallRole) -> bool {
        let ringing = |known: &&mut Call| known.is(user, call) && known.rings_as(role);
        let Some(call) = self.call.as_mut().filter(ringing) else {
            return false;
        };
        call.stage = CallStage::Accepted;
        self.events.push(Event::CallAccepted { user: user.to_owned(), role });
        true
    }

    fn handle_rejected(&mut self, user: String, call: CallNumber) {
        let ringing = |known: &mut Call| known.is(&user, call) && known.rings_as(CallRole::Caller);
        if self.call.take_if(ringing).is_some() {
            self.events.push(Event::CallRejected { user });
        } else {
            self.ignored += 1;
        }
    }

    fn handle_call_ended(&mut self, user: &str, call: CallNumber, reason: CallEndReason) {
        let stands = |known: &mut Call| known.is(user, call) && known.is_known_to_server();
        match self.call.take_if(stands) {
            None => self.ignored += 1,
            Some(call) if reason == CallEndReason::ConnectionLost => self.lose_call(call),
            Some(call) if call.crossed && call.stage == CallStage::Ringing => {}
            Some(call) => self.events.push(Event::CallEnded { user: call.user, reason }),
        }
    }

    fn handle_description(&mut self, of: (&str, CallNumber), kind: DescriptionKind, sdp: String) {
        if sdp.len() > MAX_SDP {
            self.ignored += 1;
            return;
        }
        self.handle_relayed(of, Event::RemoteDescription { kind, sdp });
    }

    fn handle_candidate(&mut self, of: (&str, CallNumber), candidate: CandidateInit) {
        if longest_text(&candidate) > MAX_CANDIDATE {
            self.ignored += 1;
            return;
        }
        self.handle_relayed(of, Event::RemoteCandidate(candidate));
    }

    fn handle_relayed(&mut self, (user, call): (&str, CallNumber), event: Event) {
        let accepted = |known: &Call| known.is(user, call) && known.stage == CallStage::Accepted;
        if self.call.as_ref().is_some_and(accepted) {
            self.events.push(event);
        } else {
            self.ignored += 1;
        }
    }

    /// Whether requests of this type are answered in the order in which they are sent.
    pub(super) const fn is_answered(request: MessageType) -> bool {
        matches!(
            request,
            MessageType::Register
                | MessageType::Login
                | MessageType::Resume
                | MessageType::Enter
                | MessageType::Logout
                | MessageType::ChangePassword
                | MessageType::DeleteAccount
                | MessageType::CreateInvitation
                | MessageType::RevokeInvitation
                | MessageType::MissedCallsSeen
                | MessageType::Invite
                | MessageType::AcceptCall
                | MessageType::RejectCall
                | MessageType::EndCall
        )
    }
}
