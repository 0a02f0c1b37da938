//! Accounts: made, logged in to, changed and deleted.

use std::sync::Arc;

use roomrtc_core::base::Time;
use roomrtc_core::signaling::limits::{MAX_PASSWORD, MAX_USER_NAME};
use roomrtc_core::signaling::{Credentials, MessageType, Password};

use super::answer::Answer;
use super::connection_state::ConnectionState;
use super::guess::Guess;
use super::operation::Operation;
use super::user::User;
use super::{
    AccountChange, AccountOutcome, AccountRequest, CallAction, ConnectionId, Hub, Refusal,
    address_group, password_rule, user_name,
};

impl Hub {
    pub(super) fn register(
        &mut self,
        id: ConnectionId,
        credentials: Credentials,
    ) -> Result<Answer, Refusal> {
        if self.user_of(id).is_some() {
            return Err(Refusal::AlreadyLoggedIn);
        }
        if !user_name::is_valid(&credentials.user) {
            return Err(Refusal::UserNameInvalid);
        }
        check_password(&credentials.password)?;
        if self.users.contains_key(credentials.user.as_str()) {
            return Err(Refusal::UserNameTaken(credentials.user));
        }
        let user = Some(credentials.user.as_str().into());
        let operation = Operation { user, ..Operation::of(id, MessageType::Register) };
        self.begin(operation, AccountRequest::Create(credentials));
        Ok(Answer::Otherwise)
    }

    pub(super) fn registered(&mut self, user: Option<Arc<str>>) {
        self.counters.registrations += 1;
        user.into_iter().for_each(|user| {
            self.add_user(user);
        });
    }

    /// Whether the user exists is left to the operation, so that the answer takes as long.
    pub(super) fn log_in(
        &mut self,
        now: Time,
        id: ConnectionId,
        credentials: Credentials,
    ) -> Result<Answer, Refusal> {
        if self.user_of(id).is_some() {
            return Err(Refusal::AlreadyLoggedIn);
        }
        let too_long = credentials.user.len() > MAX_USER_NAME
            || credentials.password.reveal().len() > MAX_PASSWORD;
        if too_long {
            return Err(Refusal::WrongCredentials);
        }
        let operation = self.guess(id, MessageType::Login, credentials.user.as_str().into());
        self.begin_guess(now, operation, AccountRequest::LogIn(credentials))?;
        Ok(Answer::Otherwise)
    }

    pub(super) fn change_password(
        &mut self,
        now: Time,
        id: ConnectionId,
        user: &Arc<str>,
        (password, new_password): (Password, Password),
    ) -> Result<Answer, Refusal> {
        self.require_account(user)?;
        check_password(&new_password)?;
        if password.reveal().len() > MAX_PASSWORD {
            return Err(Refusal::WrongCredentials);
        }
        let operation = self.guess(id, MessageType::ChangePassword, user.clone());
        let user = user.to_string();
        let request = AccountRequest::ChangePassword { user, password, new_password };
        self.begin_guess(now, operation, request)?;
        Ok(Answer::Otherwise)
    }

    pub(super) fn delete_account(
        &mut self,
        now: Time,
        id: ConnectionId,
        user: &Arc<str>,
        password: Password,
    ) -> Result<Answer, Refusal> {
        self.require_account(user)?;
        if password.reveal().len() > MAX_PASSWORD {
            return Err(Refusal::WrongCredentials);
        }
        let operation = self.guess(id, MessageType::DeleteAccount, user.clone());
        let request = AccountRequest::Delete { user: user.to_string(), password };
        self.begin_guess(now, operation, request)?;
        Ok(Answer::Otherwise)
    }

    /// An operation that checks the password of `user` for the connection.
    fn guess(&self, id: ConnectionId, request: MessageType, user: Arc<str>) -> Operation {
        let address = self.connections.get(&id).map(|known| address_group::group(known.address));
        let guess = address.map(|address| Guess {
            user: user.to_string(),
            address,
            is_known: self.users.get(&user).is_some_and(|known| known.knows(address)),
        });
        Operation { user: Some(user), guess, ..Operation::of(id, request) }
    }

    /// From where a user has logged in, it is not slowed down by what is guessed elsewhere.
    pub(super) fn remember_address(&mut self, guess: &Guess, outcome: &AccountOutcome) {
        let is_login = matches!(outcome, AccountOutcome::LoggedIn { .. });
        if let Some(user) = self.users.get_mut(guess.user.as_str()).filter(|_| is_login) {
            user.remember(guess.address);
        }
    }

    /// Makes a user known, offline at first.
    pub(super) fn add_user(&mut self, name: Arc<str>) -> Arc<str> {
        if let Some((known, _)) = self.users.get_key_value(&name) {
            return known.clone();
        }
        self.users.insert(name.clone(), User::default());
        self.touch(&name);
        name
    }

    /// The account is gone: so are its call and its login, on whatever connection.
    pub(super) fn delete(&mut self, now: Time, id: Option<ConnectionId>, name: &Arc<str>) {
        self.end_call_of(now, name, CallAction::LogOut);
        self.fresh_missed_calls.forget_user(name);
        match self.users.get(name).and_then(|user| user.connection) {
            Some(own) if Some(own) == id => {
                self.leave(now, own, CallAction::LogOut, ConnectionState::Anonymous);
            }
            Some(other) => self.revoke_connection(now, other),
            None => {}
        }
        let Some(user) = self.users.remove(name) else {
            return;
        };
        self.presence.bury(user.changed, name.clone());
        for guest in &user.guests {
            self.end_login(now, guest);
        }
    }

    /// Another program has changed the store.
    pub(super) fn account_changed(&mut self, now: Time, change: AccountChange) {
        match change {
            AccountChange::Added(name) => {
                self.add_user(name.into());
            }
            AccountChange::Deleted(name) => self.delete(now, None, &name.into()),
            AccountChange::Revoked(name) => self.end_login(now, &name),
        }
    }

    pub(super) fn require_account(&self, user: &str) -> Result<(), Refusal> {
        let is_guest = self.users.get(user).is_some_and(|user| user.inviter.is_some());
        if is_guest { Err(Refusal::NotForGuests) } else { Ok(()) }
    }
}

fn check_password(password: &Password) -> Result<(), Refusal> {
    if password_rule::is_valid(password) { Ok(()) } else { Err(Refusal::PasswordInvalid) }
}
