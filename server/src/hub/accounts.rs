//! Accounts and logins.

use std::sync::Arc;

use roomrtc_core::base::Time;
use roomrtc_core::signaling::limits::{MAX_PASSWORD, MAX_USER_NAME};
use roomrtc_core::signaling::{Credentials, MessageType};

use super::connection_state::ConnectionState;
use super::operation::Operation;
use super::user::User;
use super::{
    AccountOutcome, AccountRequest, CallAction, ConnectionId, Effect, Hub, OperationId, Refusal,
    password_rule, user_name,
};

impl Hub {
    pub(super) fn register(&mut self, now: Time, id: ConnectionId, credentials: Credentials) {
        let request = MessageType::Register;
        if let Err(refusal) = self.check_registration(id, &credentials) {
            return self.refuse(now, id, Some(request), Some(credentials.user), &refusal);
        }
        let user = credentials.user.as_str().into();
        let operation = Operation { connection: id, request, user };
        self.begin(operation, AccountRequest::Create(credentials));
    }

    fn check_registration(
        &self,
        id: ConnectionId,
        credentials: &Credentials,
    ) -> Result<(), Refusal> {
        if self.user_of(id).is_some() {
            return Err(Refusal::AlreadyLoggedIn);
        }
        if !user_name::is_valid(&credentials.user) {
            return Err(Refusal::UserNameInvalid);
        }
        if !password_rule::is_valid(&credentials.password) {
            return Err(Refusal::PasswordInvalid);
        }
        if self.users.contains_key(credentials.user.as_str()) {
            return Err(Refusal::UserNameTaken(credentials.user.clone()));
        }
        Ok(())
    }

    /// Whether the user exists is left to the operation, so that the answer takes as long.
    pub(super) fn log_in(&mut self, now: Time, id: ConnectionId, credentials: Credentials) {
        let request = MessageType::Login;
        let too_long = credentials.user.len() > MAX_USER_NAME
            || credentials.password.reveal().len() > MAX_PASSWORD;
        let refusal = match (self.user_of(id), too_long) {
            (Some(_), _) => Refusal::AlreadyLoggedIn,
            (None, true) => Refusal::WrongCredentials,
            (None, false) => {
                let user = credentials.user.as_str().into();
                let operation = Operation { connection: id, request, user };
                return self.begin(operation, AccountRequest::LogIn(credentials));
            }
        };
        self.refuse(now, id, Some(request), Some(credentials.user), &refusal);
    }

    fn begin(&mut self, operation: Operation, request: AccountRequest) {
        let id = OperationId(self.next_operation);
        self.next_operation += 1;
        self.expect_no_login(operation.connection);
        if let Some(connection) = self.connections.get_mut(&operation.connection) {
            connection.operation = Some(id);
        }
        let address = self.connections.get(&operation.connection).map(|known| known.address);
        self.operations.insert(id, operation);
        self.effects.push_back(Effect::Account { operation: id, address, request });
    }

    pub(super) fn account_done(&mut self, now: Time, id: OperationId, outcome: AccountOutcome) {
        let Some(Operation { connection, request, user }) = self.operations.remove(&id) else {
            return;
        };
        if let Some(known) = self.connections.get_mut(&connection) {
            known.operation = None;
        }
        self.expect_login(now, connection);
        let name = Some(user.to_string());
        let done = match outcome {
            AccountOutcome::Done => {
                self.add_user(user);
                Ok(())
            }
            AccountOutcome::LoggedIn { .. } => self.enter(connection, user),
            AccountOutcome::NameTaken => Err(Refusal::UserNameTaken(user.to_string())),
            AccountOutcome::WrongCredentials | AccountOutcome::Disabled => {
                Err(Refusal::WrongCredentials)
            }
            AccountOutcome::Overloaded => Err(Refusal::Overloaded),
            _ => Err(Refusal::StorageFailed),
        };
        match done {
            Ok(()) => self.confirm(now, connection, request, name),
            Err(refusal) => self.refuse(now, connection, Some(request), name, &refusal),
        }
    }

    /// Makes a user known, offline at first.
    pub(super) fn add_user(&mut self, name: Arc<str>) {
        if !self.users.contains_key(&name) {
            self.users.insert(name.clone(), User::default());
            self.touch(&name);
        }
    }

    /// The password was right: logs the user in, if the connection still stands.
    fn enter(&mut self, id: ConnectionId, name: Arc<str>) -> Result<(), Refusal> {
        let Some(connection) = self.connections.get_mut(&id) else {
            return Ok(());
        };
        if connection.state != ConnectionState::Anonymous {
            return Ok(());
        }
        let user = self.users.entry(name.clone()).or_default();
        if user.connection.is_some() {
            return Err(Refusal::LoggedInElsewhere(name.to_string()));
        }
        user.connection = Some(id);
        connection.state = ConnectionState::LoggedIn(name.clone());
        connection.told = None;
        self.expect_no_login(id);
        self.audience.insert(id);
        self.touch(&name);
        Ok(())
    }

    /// The user asks to leave. The connection stays, and has to log in again in time.
    pub(super) fn log_out(&mut self, now: Time, id: ConnectionId) {
        self.leave(now, id, CallAction::LogOut, ConnectionState::Anonymous);
        if let Some(connection) = self.connections.get_mut(&id) {
            connection.anonymous_actions = 0;
        }
        self.expect_login(now, id);
    }

    /// The user is gone, and so is its call.
    pub(super) fn log_out_user(&mut self, now: Time, name: &Arc<str>, action: CallAction) {
        self.end_call_of(now, name, action);
        if let Some(user) = self.users.get_mut(name) {
            user.connection = None;
        }
        self.touch(name);
    }
}
