//! Which part of the hub takes which message.

use std::sync::Arc;

use roomrtc_core::base::Time;
use roomrtc_core::signaling::{Message, MessageType, PROTOCOL_VERSION, UserList, UserListKind};

use super::{CallAction, ConnectionId, Hub, Refusal};

impl Hub {
    pub(super) fn handle_message(&mut self, now: Time, id: ConnectionId, message: Message) {
        if !self.may_act(now, id) {
            return;
        }
        let request = message.message_type();
        if !self.takes_messages(id) {
            return self.refuse(now, id, Some(request), None, &Refusal::RequestPending);
        }
        match message {
            Message::Hello { .. } => self.welcome(now, id),
            Message::Ping => self.tell(now, id, Message::Pong),
            Message::Pong => {}
            Message::Register(credentials) => self.register(now, id, credentials),
            Message::Login(credentials) => self.log_in(now, id, credentials),
            other => match self.user_of(id).cloned() {
                Some(user) => self.handle_request_of_user(now, id, &user, other),
                None => self.refuse(now, id, Some(request), None, &Refusal::NotLoggedIn),
            },
        }
    }

    fn welcome(&mut self, now: Time, id: ConnectionId) {
        let heartbeat = u32::try_from(self.config.heartbeat.as_secs()).unwrap_or(u32::MAX);
        self.tell(now, id, Message::Welcome { version: PROTOCOL_VERSION, heartbeat });
    }

    fn handle_request_of_user(
        &mut self,
        now: Time,
        id: ConnectionId,
        user: &Arc<str>,
        message: Message,
    ) {
        let request = message.message_type();
        let other = named_user(&message).map(str::to_owned);
        match self.do_request(now, id, user, message) {
            Ok(()) if is_answered(request) => self.confirm(now, id, request, other),
            Ok(()) => {}
            Err(refusal) => self.refuse(now, id, Some(request), other, &refusal),
        }
    }

    fn do_request(
        &mut self,
        now: Time,
        id: ConnectionId,
        user: &Arc<str>,
        message: Message,
    ) -> Result<(), Refusal> {
        match message {
            Message::Logout => {
                self.log_out(now, id);
                Ok(())
            }
            Message::UserList(UserList { kind: UserListKind::Request, .. }) => {
                self.owe_full_list(id);
                Ok(())
            }
            Message::Invite { user: callee } => self.invite(now, user, &callee),
            Message::AcceptCall { user: caller } => {
                self.act(now, user, &caller, CallAction::Accept)
            }
            Message::RejectCall { user: caller } => {
                self.act(now, user, &caller, CallAction::Reject)
            }
            Message::EndCall { user: other } => self.act(now, user, &other, CallAction::End),
            call_message => self.relay(now, user, call_message),
        }
    }
}

/// Whether requests of this type are answered by an `OK` when they are done.
const fn is_answered(request: MessageType) -> bool {
    !matches!(
        request,
        MessageType::UserList
            | MessageType::Offer
            | MessageType::Answer
            | MessageType::Sdp
            | MessageType::Candidate
    )
}

/// The other party that a request names.
fn named_user(message: &Message) -> Option<&str> {
    match message {
        Message::Invite { user }
        | Message::AcceptCall { user }
        | Message::RejectCall { user }
        | Message::EndCall { user }
        | Message::Offer { user, .. }
        | Message::Answer { user, .. }
        | Message::Sdp { user, .. }
        | Message::Candidate { user, .. } => Some(user),
        _ => None,
    }
}
