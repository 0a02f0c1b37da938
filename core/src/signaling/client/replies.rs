//! The server's answers to a client's requests.

use super::super::limits::{MAX_SENTENCE, MAX_USER_NAME};
use super::super::{CallNumber, ErrorCode, ErrorMessage, MessageType, Token};
use super::pending_request::PendingRequest;
use super::{Call, CallRole, Client, Event};

impl Client {
    pub(super) fn handle_ok(
        &mut self,
        request: MessageType,
        user: Option<String>,
        call: Option<CallNumber>,
    ) {
        if request == MessageType::RejoinCall {
            return self.rejoined(call);
        }
        let Some(pending) = self.pending.pop_front_if(|pending| pending.request == request) else {
            return self.protocol_error(format!("there was no {} to answer", request.name()));
        };
        match request {
            MessageType::Register => self.events.push(Event::Registered { user: pending.user }),
            MessageType::Login | MessageType::Resume | MessageType::Enter => {
                let name = user.filter(|name| !name.is_empty() && name.len() <= MAX_USER_NAME);
                self.logged_in(request, name.unwrap_or(pending.user));
            }
            MessageType::Logout => self.leave(Event::LoggedOut),
            MessageType::DeleteAccount => self.leave(Event::AccountDeleted),
            MessageType::ChangePassword => self.events.push(Event::PasswordChanged),
            MessageType::RevokeInvitation => self.events.push(Event::InvitationRevoked),
            _ => self.call_request_done(pending, call),
        }
    }

    /// The login is over, and with it the session and the call that the server knows of.
    fn leave(&mut self, event: Event) {
        self.call.take_if(|call| call.is_known_to_server());
        self.account = None;
        self.events.push(event);
        self.forget_session();
        self.log_out();
    }

    pub(super) fn handle_invitation(&mut self, code: Token, lifetime: u64) {
        let request = MessageType::CreateInvitation;
        match self.pending.pop_front_if(|pending| pending.request == request) {
            Some(_) => self.events.push(Event::Invitation { code, lifetime }),
            None => self.ignored += 1,
        }
    }

    fn call_request_done(&mut self, pending: PendingRequest, call: Option<CallNumber>) {
        match (pending.request, pending.call, call) {
            (MessageType::Invite, ..) if pending.withdrawn => {}
            (MessageType::Invite, _, Some(call)) => self.handle_invited(pending.user, call),
            (MessageType::Invite, _, None) => {
                self.protocol_error("the server did not say which call it made".into());
            }
            (MessageType::AcceptCall, Some(call), _) => {
                self.accept_call(&pending.user, call, CallRole::Callee);
            }
            _ => {}
        }
    }

    /// The invitation was taken: it rings, or it counts as the acceptance of the callee's own.
    fn handle_invited(&mut self, user: String, call: CallNumber) {
        if self.accept_call(&user, call, CallRole::Callee) {
            return;
        }
        self.call = Some(Call::ringing(user.clone(), call, CallRole::Caller));
        self.events.push(Event::Ringing { user });
    }

    pub(super) fn handle_error(&mut self, error: ErrorMessage) {
        let ErrorMessage { request, code, text, .. } = error;
        let text: String = text.chars().take(MAX_SENTENCE).collect();
        if request == Some(MessageType::RejoinCall) {
            return self.not_rejoined();
        }
        if ends_session(request, code) {
            self.forget_session();
        }
        let Some(pending) = self.take_refused(request) else {
            return self.events.push(Event::Refused { request, code, text });
        };
        let is_end = matches!(pending.request, MessageType::RejectCall | MessageType::EndCall);
        // Both ended the call at once, and the other was first.
        let is_over_anyway = is_end && code == ErrorCode::NoCall;
        if !is_over_anyway && !pending.withdrawn {
            self.events.push(Event::Refused { request, code, text });
        }
        match pending.request {
            MessageType::Invite => self.uncross(&pending.user),
            // The server has let go of the login all the same.
            MessageType::Logout => self.leave(Event::LoggedOut),
            _ => {}
        }
    }

    /// The request that an error answers; none if it is of one that is not answered when done.
    fn take_refused(&mut self, request: Option<MessageType>) -> Option<PendingRequest> {
        let answered = request.filter(|request| Client::is_answered(*request))?;
        self.pending.pop_front_if(|pending| pending.request == answered)
    }

    /// The invitation that crossed the incoming call failed, so the user has to be asked.
    fn uncross(&mut self, user: &str) {
        let crossed =
            |call: &&mut Call| call.crossed && call.user == user && call.rings_as(CallRole::Callee);
        if let Some(call) = self.call.as_mut().filter(crossed) {
            call.crossed = false;
            let name = call.name.clone();
            self.events.push(Event::IncomingCall { user: user.to_owned(), name });
        }
    }
}

/// Whether the token that the client holds is good for nothing any more.
fn ends_session(request: Option<MessageType>, code: ErrorCode) -> bool {
    let is_unknown = request == Some(MessageType::Resume) && code == ErrorCode::UnknownSession;
    is_unknown || matches!(code, ErrorCode::TakenOver | ErrorCode::SessionRevoked)
}
