//! The server's answers to a client's requests.

use super::super::limits::MAX_SENTENCE;
use super::super::{ErrorCode, ErrorMessage, MessageType};
use super::pending_request::PendingRequest;
use super::{Call, CallRole, CallStage, Client, Event};

impl Client {
    pub(super) fn handle_ok(&mut self, request: MessageType) {
        let Some(pending) = self.pending.pop_front_if(|pending| pending.request == request) else {
            return self.protocol_error(format!("there was no {} to answer", request.name()));
        };
        match request {
            MessageType::Register => self.events.push(Event::Registered { user: pending.user }),
            MessageType::Login => {
                self.user = Some(pending.user.clone());
                self.events.push(Event::LoggedIn { user: pending.user });
            }
            MessageType::Logout => {
                self.call.take_if(|call| call.stage != CallStage::Detached);
                self.events.push(Event::LoggedOut);
                self.log_out();
            }
            MessageType::Invite if !pending.withdrawn => self.handle_invited(pending),
            MessageType::AcceptCall => {
                self.accept_call(&pending.user, CallRole::Callee);
            }
            _ => {}
        }
    }

    /// The invitation was taken: it rings, or it counts as the acceptance of the callee's own.
    fn handle_invited(&mut self, pending: PendingRequest) {
        if self.accept_call(&pending.user, CallRole::Callee) {
            return;
        }
        self.call = Some(Call::ringing(pending.user.clone(), CallRole::Caller));
        self.events.push(Event::Ringing { user: pending.user });
    }

    pub(super) fn handle_error(&mut self, error: ErrorMessage) {
        let ErrorMessage { request, code, text, .. } = error;
        let text: String = text.chars().take(MAX_SENTENCE).collect();
        let Some(pending) = self.take_refused(request) else {
            return self.events.push(Event::Refused { request, code, text });
        };
        let is_end = matches!(pending.request, MessageType::RejectCall | MessageType::EndCall);
        // Both ended the call at once, and the other was first.
        let is_over_anyway = is_end && code == ErrorCode::NoCall;
        if !is_over_anyway && !pending.withdrawn {
            self.events.push(Event::Refused { request, code, text });
        }
        if pending.request == MessageType::Invite {
            self.uncross(&pending.user);
        }
    }

    /// The request that an error answers; none if it is of one that is not answered when done.
    fn take_refused(&mut self, request: Option<MessageType>) -> Option<PendingRequest> {
        let answered = request.filter(|request| Client::is_answered(*request))?;
        self.pending.pop_front_if(|pending| pending.request == answered)
    }

    /// The invitation that crossed the incoming call failed, so the user has to be asked.
    fn uncross(&mut self, user: &str) {
        let crossed = self
            .call
            .as_mut()
            .filter(|call| call.crossed && call.is(user, CallRole::Callee, CallStage::Ringing));
        if let Some(call) = crossed {
            call.crossed = false;
            let name = call.name.clone();
            self.events.push(Event::IncomingCall { user: user.to_owned(), name });
        }
    }
}
