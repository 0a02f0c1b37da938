//! A client's session: resuming it, and what came of that.

use super::super::{CallNumber, Message, MessageType, Password, Token};
use super::{CallStage, Client, CommandError, Event};

impl Client {
    pub(super) fn resume(&mut self, token: Token) -> Result<(), CommandError> {
        self.require_no_login()?;
        self.request(&Message::Resume { token }, "")
    }

    pub(super) fn enter(&mut self, code: Token, name: String) -> Result<(), CommandError> {
        self.require_no_login()?;
        self.request(&Message::Enter { code, name }, "")
    }

    pub(super) fn change_password(
        &mut self,
        password: Password,
        new_password: Password,
    ) -> Result<(), CommandError> {
        self.require_login()?;
        self.request(&Message::ChangePassword { password, new_password }, "")
    }

    pub(super) fn delete_account(&mut self, password: Password) -> Result<(), CommandError> {
        self.require_login()?;
        self.request(&Message::DeleteAccount { password }, "")
    }

    pub(super) fn request_logged_in(&mut self, message: &Message) -> Result<(), CommandError> {
        self.require_login()?;
        self.request(message, "")
    }

    /// The server says as whom the client is logged in. A call of the same user's that outlived the
    /// connection is rejoined, or ended if that was wished meanwhile.
    pub(super) fn logged_in(&mut self, request: MessageType, user: String) {
        let is_same = self.account.as_deref() == Some(&user);
        self.user = Some(user.clone());
        self.account = Some(user.clone());
        self.events.push(match request {
            MessageType::Resume => Event::Resumed { user },
            _ => Event::LoggedIn { user },
        });
        let hung_up = self.hung_up.take().filter(|_| is_same);
        if let Some((other, call)) = hung_up {
            // Should it not be taken, the server ends the call by itself in a while.
            let end = Message::EndCall { user: other.clone(), call: Some(call) };
            let _backlogged = self.request(&end, &other);
        }
        if is_same {
            self.rejoin();
        }
    }

    fn rejoin(&mut self) {
        let detached = self.call.as_ref().filter(|call| call.stage == CallStage::Detached);
        let Some((user, call)) = detached.map(|call| (call.user.clone(), call.number)) else {
            return;
        };
        let is_sent = self.send(&Message::RejoinCall { user, call }).is_ok();
        if let Some(call) = &mut self.call {
            call.rejoining = is_sent;
        }
    }

    /// The server knows the call again, and so does the other party.
    pub(super) fn rejoined(&mut self, call: Option<CallNumber>) {
        let waiting = self.call.as_mut().filter(|call| call.rejoining);
        let Some(call) = waiting.filter(|known| call == Some(known.number)) else {
            return self.ignored += 1;
        };
        call.rejoining = false;
        call.stage = CallStage::Accepted;
        self.events.push(Event::CallResumed { user: call.user.clone() });
    }

    /// The server does not take the call up again: it stays without a server.
    pub(super) fn not_rejoined(&mut self) {
        match &mut self.call {
            Some(call) if call.rejoining => call.rejoining = false,
            _ => self.ignored += 1,
        }
    }

    pub(super) fn handle_session(&mut self, token: Token) {
        self.session = Some(token);
        self.events.push(Event::SessionChanged);
    }

    pub(super) fn forget_session(&mut self) {
        if self.session.take().is_some() {
            self.events.push(Event::SessionChanged);
        }
    }
}
