//! Which part of the hub takes which message.

use std::sync::Arc;

use roomrtc_core::base::Time;
use roomrtc_core::signaling::{Message, UserList, UserListKind};

use super::answer::Answer;
use super::operation::Operation;
use super::{AccountRequest, CallAction, ConnectionId, Hub, Refusal};

impl Hub {
    pub(super) fn handle_message(&mut self, now: Time, id: ConnectionId, message: Message) {
        self.hear(now, id);
        if !self.may_act(now, id) {
            return;
        }
        if !self.is_greeted(id) {
            return self.greet(now, id, &message);
        }
        let request = message.message_type();
        if !self.takes_messages(id) {
            return self.refuse(now, id, Some(request), None, &Refusal::RequestPending);
        }
        let user = named_user(&message).map(str::to_owned);
        match self.do_request(now, id, message) {
            Ok(Answer::Done) => self.confirm(now, id, request, user),
            Ok(Answer::Otherwise) => {}
            Err(refusal) => self.refuse(now, id, Some(request), user, &refusal),
        }
    }

    fn do_request(
        &mut self,
        now: Time,
        id: ConnectionId,
        message: Message,
    ) -> Result<Answer, Refusal> {
        match message {
            Message::Ping => self.tell(now, id, Message::Pong),
            Message::Pong => {}
            Message::Register(credentials) => return self.register(id, credentials),
            Message::Login(credentials) => return self.log_in(now, id, credentials),
            Message::Resume { token } => return self.resume(id, token),
            Message::Enter { code, name } => return self.enter(id, code, name),
            other => {
                let user = self.user_of(id).cloned().ok_or(Refusal::NotLoggedIn)?;
                return self.do_account_request(now, id, &user, other);
            }
        }
        Ok(Answer::Otherwise)
    }

    fn do_account_request(
        &mut self,
        now: Time,
        id: ConnectionId,
        user: &Arc<str>,
        message: Message,
    ) -> Result<Answer, Refusal> {
        let name = || user.to_string();
        let request = match message {
            Message::Logout => return Ok(self.log_out(now, id)),
            Message::ChangePassword { password, new_password } => {
                return self.change_password(now, id, user, (password, new_password));
            }
            Message::DeleteAccount { password } => {
                return self.delete_account(now, id, user, password);
            }
            Message::CreateInvitation => AccountRequest::CreateInvitation { user: name() },
            Message::RevokeInvitation { ref code } => {
                AccountRequest::RevokeInvitation { user: name(), code: code.clone() }
            }
            Message::MissedCallsSeen { number } => {
                AccountRequest::ForgetMissedCalls { user: name(), number }
            }
            call_message => return self.do_call_request(now, id, user, call_message),
        };
        self.require_account(user)?;
        self.begin(Operation::of(id, message.message_type()), request);
        Ok(Answer::Otherwise)
    }

    fn do_call_request(
        &mut self,
        now: Time,
        id: ConnectionId,
        user: &Arc<str>,
        message: Message,
    ) -> Result<Answer, Refusal> {
        match message {
            Message::UserList(UserList { kind: UserListKind::Request, .. }) => {
                self.owe_full_list(id);
                Ok(Answer::Otherwise)
            }
            Message::Invite { user: callee } => self.invite(now, id, user, &callee),
            Message::AcceptCall { user: caller, call } => {
                self.act(now, user, (&caller, call), CallAction::Accept)
            }
            Message::RejectCall { user: caller, call } => {
                self.act(now, user, (&caller, call), CallAction::Reject)
            }
            Message::EndCall { user: other, call } => self.end_call(now, id, user, (&other, call)),
            Message::RejoinCall { user: other, call } => self.rejoin(now, id, user, (other, call)),
            relayed => self.relay(now, user, relayed),
        }
    }
}

/// The user that a request names.
fn named_user(message: &Message) -> Option<&str> {
    match message {
        Message::Register(credentials) | Message::Login(credentials) => Some(&credentials.user),
        Message::Invite { user }
        | Message::AcceptCall { user, .. }
        | Message::RejectCall { user, .. }
        | Message::EndCall { user, .. }
        | Message::RejoinCall { user, .. }
        | Message::Offer { user, .. }
        | Message::Answer { user, .. }
        | Message::Sdp { user, .. }
        | Message::Candidate { user, .. } => Some(user),
        _ => None,
    }
}
