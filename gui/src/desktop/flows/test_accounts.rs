//! Accounts in memory.

use std::collections::BTreeMap;
use std::time::Duration;

use roomrtc_core::signaling::{Credentials, MissedCall, Token};
use roomrtc_server::hub::{AccountOutcome, AccountRequest, SessionGrant, SessionId, UserSession};
use roomrtc_sim::signaling::AccountStore;

use super::TestSession;

/// What a store of accounts keeps, with passwords as they are. It outlasts the hub.
#[derive(Debug, Default)]
pub(super) struct TestAccounts {
    passwords: BTreeMap<String, String>,
    sessions: BTreeMap<SessionId, TestSession>,
    invitations: Vec<(Token, String)>,
    missed: BTreeMap<String, Vec<MissedCall>>,
    made: u64,
}

impl TestAccounts {
    pub(super) fn add(&mut self, user: &str, password: &str) {
        self.passwords.insert(user.to_owned(), password.to_owned());
    }

    /// Every session is over.
    pub(super) fn end_sessions(&mut self) {
        self.sessions.clear();
    }

    fn change(&mut self, request: AccountRequest) -> AccountOutcome {
        match request {
            AccountRequest::ChangePassword { user, password, new_password } => {
                if !self.fits(&user, password.reveal()) {
                    return AccountOutcome::WrongCredentials;
                }
                self.add(&user, new_password.reveal());
                self.sessions.retain(|_, session| session.user != user);
                let (session, token) = self.session(user, None);
                AccountOutcome::PasswordChanged { grant: grant(session, token) }
            }
            AccountRequest::Delete { user, password } if self.fits(&user, password.reveal()) => {
                self.passwords.remove(&user);
                self.sessions.retain(|_, session| session.user != user);
                AccountOutcome::Done
            }
            AccountRequest::Delete { .. } => AccountOutcome::WrongCredentials,
            other => self.invite(other),
        }
    }

    fn invite(&mut self, request: AccountRequest) -> AccountOutcome {
        match request {
            AccountRequest::CreateInvitation { user } => {
                let code = self.token();
                self.invitations.push((code.clone(), user));
                let lifetime = Duration::from_secs(86_400);
                AccountOutcome::Invitation { code, lifetime, ended: Vec::new() }
            }
            AccountRequest::RevokeInvitation { user, code } => {
                self.invitations.retain(|(known, _)| *known != code);
                AccountOutcome::InvitationRevoked { ended: self.end_guests_of(&user) }
            }
            AccountRequest::Enter { code, name } => self.enter(&code, name),
            AccountRequest::NoteMissedCall { callee, caller, name, at } => {
                self.made += 1;
                let missed = MissedCall { user: caller, at, number: self.made, name };
                self.missed.entry(callee).or_default().push(missed);
                AccountOutcome::Done
            }
            AccountRequest::ForgetMissedCalls { user, number } => {
                self.missed.entry(user).or_default().retain(|missed| missed.number > number);
                AccountOutcome::Done
            }
            _ => AccountOutcome::Failed,
        }
    }

    fn end_guests_of(&mut self, inviter: &str) -> Vec<UserSession> {
        let is_theirs =
            |session: &TestSession| session.guest.as_ref().is_some_and(|(of, _)| of == inviter);
        let ended = self.sessions.extract_if(.., |_, session| is_theirs(session));
        ended.map(|(session, TestSession { user, .. })| UserSession { session, user }).collect()
    }

    fn enter(&mut self, code: &Token, name: String) -> AccountOutcome {
        let known = self.invitations.iter().find(|(known, _)| known == code);
        match known.map(|(_, inviter)| inviter.clone()) {
            Some(inviter) => self.begin("guest-a".into(), Some((inviter, name))),
            None => AccountOutcome::UnknownInvitation,
        }
    }

    fn fits(&self, user: &str, password: &str) -> bool {
        self.passwords.get(user).is_some_and(|known| known == password)
    }

    fn resume(&mut self, token: &Token) -> AccountOutcome {
        let held = self.sessions.iter().find(|(_, session)| session.token == *token);
        let Some(id) = held.map(|(id, _)| *id) else {
            return AccountOutcome::UnknownSession;
        };
        match self.sessions.remove(&id) {
            Some(TestSession { user, guest, .. }) => self.begin(user, guest),
            None => AccountOutcome::UnknownSession,
        }
    }

    fn begin(&mut self, user: String, guest: Option<(String, String)>) -> AccountOutcome {
        let (session, token) = self.session(user.clone(), guest.clone());
        let grant = grant(session, token);
        match guest {
            Some((inviter, name)) => {
                AccountOutcome::Entered { inviter, guest: user, name, grant, others: Vec::new() }
            }
            None => {
                let missed = self.missed.get(&user).cloned().unwrap_or_default();
                AccountOutcome::LoggedIn { user, grant, missed }
            }
        }
    }

    fn session(&mut self, user: String, guest: Option<(String, String)>) -> (SessionId, Token) {
        let token = self.token();
        let session = SessionId(self.made);
        self.sessions.insert(session, TestSession { user, guest, token: token.clone() });
        (session, token)
    }

    fn token(&mut self) -> Token {
        self.made += 1;
        Token::new(format!("token-{}", self.made)).expect("a token")
    }
}

impl AccountStore for TestAccounts {
    fn names(&self) -> Vec<String> {
        self.passwords.keys().cloned().collect()
    }

    fn perform(&mut self, request: AccountRequest) -> AccountOutcome {
        match request {
            AccountRequest::Create(Credentials { user, .. })
                if self.passwords.contains_key(&user) =>
            {
                AccountOutcome::NameTaken
            }
            AccountRequest::Create(Credentials { user, password }) => {
                self.add(&user, password.reveal());
                AccountOutcome::Done
            }
            AccountRequest::LogIn(Credentials { user, password }) => {
                match self.fits(&user, password.reveal()) {
                    true => self.begin(user, None),
                    false => AccountOutcome::WrongCredentials,
                }
            }
            AccountRequest::Resume(token) => self.resume(&token),
            AccountRequest::LogOut(session) => {
                self.sessions.remove(&session);
                AccountOutcome::Done
            }
            other => self.change(other),
        }
    }
}

fn grant(session: SessionId, token: Token) -> SessionGrant {
    SessionGrant { session, token, lifetime: Duration::from_secs(86_400) }
}
