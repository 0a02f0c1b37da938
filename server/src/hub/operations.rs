//! Operations on the accounts: begun, and done.

use std::slice;
use std::sync::Arc;

use roomrtc_core::base::Time;
use roomrtc_core::signaling::{Message, MessageType};

use super::answer::Answer;
use super::operation::Operation;
use super::{AccountOutcome, AccountRequest, ConnectionId, Effect, Hub, OperationId, Refusal};

impl Hub {
    pub(super) fn begin(&mut self, operation: Operation, request: AccountRequest) {
        let id = OperationId(self.next_operation);
        self.next_operation += 1;
        let mut address = None;
        if let Some(waiting) = operation.connection {
            self.expect_no_login(waiting);
            if let Some(connection) = self.connections.get_mut(&waiting) {
                connection.operation = Some(id);
                address = Some(connection.address);
            }
        }
        self.operations.insert(id, operation);
        self.effects.push_back(Effect::Account { operation: id, address, request });
    }

    /// Begins an operation that checks a password, unless too many were wrong.
    pub(super) fn begin_guess(
        &mut self,
        now: Time,
        operation: Operation,
        request: AccountRequest,
    ) -> Result<(), Refusal> {
        if let Some(guess) = &operation.guess {
            let wait = self.throttle.begin(now, guess).err();
            if let Some(wait) = wait {
                return Err(Refusal::TryLater(wait.as_secs() + 1));
            }
        }
        self.begin(operation, request);
        Ok(())
    }

    pub(super) fn account_done(&mut self, now: Time, id: OperationId, outcome: AccountOutcome) {
        let Some(mut operation) = self.operations.remove(&id) else {
            return;
        };
        if let Some(guess) = operation.guess.take() {
            self.throttle.finish(now, &guess, rightness(&outcome));
            self.remember_address(&guess, &outcome);
        }
        if let AccountOutcome::MissedCallNoted { callee, missed } = &outcome {
            self.tell_missed_call(callee, missed);
        }
        if let Some(connection) = operation.connection {
            if let Some(known) = self.connections.get_mut(&connection) {
                known.operation = None;
            }
            self.hear(now, connection);
            let outcome = self.unless_ended(outcome);
            self.conclude(now, connection, operation, outcome);
            self.expect_login(now, connection);
        }
        let oldest = self.operations.keys().next().copied();
        self.revocations.forget(oldest);
        self.fresh_missed_calls.forget(oldest);
    }

    /// What is true of a session that another operation has ended meanwhile.
    fn unless_ended(&self, outcome: AccountOutcome) -> AccountOutcome {
        match &outcome {
            AccountOutcome::LoggedIn { grant, .. } | AccountOutcome::Entered { grant, .. }
                if self.revocations.has_ended(grant.session) =>
            {
                AccountOutcome::UnknownSession
            }
            _ => outcome,
        }
    }

    fn conclude(
        &mut self,
        now: Time,
        id: ConnectionId,
        operation: Operation,
        outcome: AccountOutcome,
    ) {
        let Operation { request, user, refusal, .. } = operation;
        let name = user.as_ref().map(ToString::to_string);
        let done = match (request, outcome) {
            (MessageType::Invite, _) => Err(refusal.unwrap_or(Refusal::StorageFailed)),
            (MessageType::EndCall, _) => Ok(Answer::Otherwise),
            (_, AccountOutcome::NameTaken) => {
                Err(Refusal::UserNameTaken(name.clone().unwrap_or_default()))
            }
            (_, AccountOutcome::Done) => self.conclude_change(now, id, request, user),
            (_, outcome) => self.conclude_login(now, id, (request, name.as_deref()), outcome),
        };
        match done {
            Ok(Answer::Done) => self.confirm(now, id, request, name),
            Ok(Answer::Otherwise) => {}
            Err(refusal) => self.refuse(now, id, Some(request), name, &refusal),
        }
    }

    /// The store has changed as it was to.
    fn conclude_change(
        &mut self,
        now: Time,
        id: ConnectionId,
        request: MessageType,
        user: Option<Arc<str>>,
    ) -> Result<Answer, Refusal> {
        match request {
            MessageType::Register => self.registered(user),
            MessageType::DeleteAccount => {
                user.into_iter().for_each(|user| self.delete(now, Some(id), &user));
            }
            MessageType::Logout | MessageType::MissedCallsSeen => {}
            _ => return Err(Refusal::StorageFailed),
        }
        Ok(Answer::Done)
    }

    fn conclude_login(
        &mut self,
        now: Time,
        id: ConnectionId,
        (request, user): (MessageType, Option<&str>),
        outcome: AccountOutcome,
    ) -> Result<Answer, Refusal> {
        match outcome {
            AccountOutcome::LoggedIn { user: name, grant, missed } => {
                let name = self.add_user(name.into());
                self.admit(now, id, request, &name, (grant, missed));
            }
            AccountOutcome::Entered { inviter, guest, name, grant, others } => {
                self.admit_guest(now, id, request, (&inviter, guest, name), &grant)?;
                self.end_oldest_guests(&others);
            }
            AccountOutcome::PasswordChanged { grant } => {
                self.password_changed(now, id, user.unwrap_or_default(), &grant);
            }
            AccountOutcome::Invitation { code, lifetime, ended } => {
                self.end_logins(now, &ended);
                self.tell(now, id, Message::Invitation { code, lifetime: lifetime.as_secs() });
            }
            other => return self.conclude_end(now, request, &other),
        }
        Ok(Answer::Otherwise)
    }

    /// Nothing was begun, but sessions may have ended.
    fn conclude_end(
        &mut self,
        now: Time,
        request: MessageType,
        outcome: &AccountOutcome,
    ) -> Result<Answer, Refusal> {
        match outcome {
            AccountOutcome::InvitationRevoked { ended } => {
                self.end_logins(now, ended);
                Ok(Answer::Done)
            }
            AccountOutcome::Replayed(session) => {
                self.end_logins(now, slice::from_ref(session));
                Err(Refusal::UnknownSession)
            }
            other => Err(refusal_of(request, other)),
        }
    }
}

/// Why an operation that was not done was not.
fn refusal_of(request: MessageType, outcome: &AccountOutcome) -> Refusal {
    match outcome {
        AccountOutcome::Overloaded => Refusal::Overloaded,
        AccountOutcome::UnknownInvitation => Refusal::UnknownInvitation,
        AccountOutcome::UnknownSession => Refusal::UnknownSession,
        AccountOutcome::Disabled if request == MessageType::Resume => Refusal::UnknownSession,
        AccountOutcome::WrongCredentials | AccountOutcome::Disabled => Refusal::WrongCredentials,
        _ => Refusal::StorageFailed,
    }
}

/// Whether the password was right, if it was compared. That of a disabled user counts as wrong.
const fn rightness(outcome: &AccountOutcome) -> Option<bool> {
    match outcome {
        AccountOutcome::LoggedIn { .. }
        | AccountOutcome::PasswordChanged { .. }
        | AccountOutcome::Done => Some(true),
        AccountOutcome::WrongCredentials | AccountOutcome::Disabled => Some(false),
        _ => None,
    }
}
