//! Accounts in memory, with their passwords as they are.

use std::collections::BTreeMap;
use std::time::Duration;

use roomrtc_core::signaling::{Credentials, MissedCall, Token};
use roomrtc_server::hub::{AccountOutcome, AccountRequest, SessionGrant, SessionId, UserSession};

use super::AccountStore;
use super::memory_session::MemorySession;

/// What a store of accounts keeps, without a disk and without hashes: for tests of whatever has a
/// hub in it. It outlasts the hub, and has no bounds.
///
/// A user has one invitation; another takes its place.
#[derive(Clone, Debug, Default)]
pub struct MemoryAccounts {
    /// Passwords by name.
    passwords: BTreeMap<String, String>,
    sessions: BTreeMap<SessionId, MemorySession>,
    /// Tokens that resume nothing any more, and the sessions they once did.
    voided: Vec<(Token, SessionId)>,
    /// Who made each invitation.
    invitations: Vec<(Token, String)>,
    /// By callee, oldest first.
    missed: BTreeMap<String, Vec<MissedCall>>,
    /// Numbers given so far: to sessions, tokens, guests and missed calls.
    made: u64,
}

impl MemoryAccounts {
    /// Makes an account, or gives it another password.
    pub fn add(&mut self, user: &str, password: &str) {
        self.passwords.insert(user.to_owned(), password.to_owned());
    }

    /// Whether there is an account of this name.
    pub fn has(&self, user: &str) -> bool {
        self.passwords.contains_key(user)
    }

    /// How many sessions there are.
    pub fn sessions(&self) -> usize {
        self.sessions.len()
    }

    /// Every session is over.
    pub fn end_sessions(&mut self) {
        self.sessions.clear();
    }

    /// The calls that a user has missed and not seen, oldest first.
    pub fn missed_calls(&self, callee: &str) -> &[MissedCall] {
        self.missed.get(callee).map_or(&[], Vec::as_slice)
    }

    fn perform_with_password(&mut self, request: AccountRequest) -> AccountOutcome {
        let (user, password) = match &request {
            AccountRequest::LogIn(Credentials { user, password })
            | AccountRequest::ChangePassword { user, password, .. }
            | AccountRequest::Delete { user, password } => (user.clone(), password),
            _ => return self.perform_other(request),
        };
        if self.passwords.get(&user).is_none_or(|known| known != password.reveal()) {
            return AccountOutcome::WrongCredentials;
        }
        match request {
            AccountRequest::ChangePassword { new_password, .. } => {
                self.change(user, new_password.reveal())
            }
            AccountRequest::Delete { .. } => self.delete(&user),
            _ => self.begin(user, None),
        }
    }

    fn perform_other(&mut self, request: AccountRequest) -> AccountOutcome {
        match request {
            AccountRequest::CreateInvitation { user } => self.invite(user),
            AccountRequest::RevokeInvitation { user, code } => self.revoke(&user, &code),
            AccountRequest::Enter { code, name } => self.enter(&code, name),
            AccountRequest::NoteMissedCall { callee, caller, name, at } => {
                let missed = MissedCall { user: caller, at, number: self.next(), name };
                self.missed.entry(callee.clone()).or_default().push(missed.clone());
                AccountOutcome::MissedCallNoted { callee, missed }
            }
            AccountRequest::ForgetMissedCalls { user, number } => {
                self.missed.entry(user).or_default().retain(|missed| missed.number > number);
                AccountOutcome::Done
            }
            _ => AccountOutcome::Failed,
        }
    }

    fn invite(&mut self, user: String) -> AccountOutcome {
        let ended = self.end_guests_of(&user);
        self.invitations.retain(|(_, inviter)| *inviter != user);
        let Some(code) = self.token() else {
            return AccountOutcome::Failed;
        };
        self.invitations.push((code.clone(), user));
        AccountOutcome::Invitation { code, lifetime: Duration::from_secs(86_400), ended }
    }

    fn revoke(&mut self, user: &str, code: &Token) -> AccountOutcome {
        let before = self.invitations.len();
        self.invitations.retain(|(known, inviter)| known != code || inviter != user);
        let has_ended = self.invitations.len() < before;
        let ended = if has_ended { self.end_guests_of(user) } else { Vec::new() };
        AccountOutcome::InvitationRevoked { ended }
    }

    fn enter(&mut self, code: &Token, name: String) -> AccountOutcome {
        let known = self.invitations.iter().find(|(known, _)| known == code);
        let Some((_, inviter)) = known.cloned() else {
            return AccountOutcome::UnknownInvitation;
        };
        let guest = format!("guest-{}", self.made);
        let others = self.guests_of(&inviter).collect();
        match self.begin(guest, Some((inviter, name))) {
            AccountOutcome::Entered { inviter, guest, name, grant, .. } => {
                AccountOutcome::Entered { inviter, guest, name, grant, others }
            }
            other => other,
        }
    }

    fn change(&mut self, user: String, new_password: &str) -> AccountOutcome {
        self.add(&user, new_password);
        self.sessions.retain(|_, session| session.user != user);
        match self.begin(user, None) {
            AccountOutcome::LoggedIn { grant, .. } => AccountOutcome::PasswordChanged { grant },
            other => other,
        }
    }

    fn delete(&mut self, user: &str) -> AccountOutcome {
        self.passwords.remove(user);
        self.missed.remove(user);
        self.end_guests_of(user);
        self.sessions.retain(|_, session| session.user != user);
        self.invitations.retain(|(_, inviter)| inviter != user);
        AccountOutcome::Done
    }

    fn resume(&mut self, token: &Token) -> AccountOutcome {
        let held = self.sessions.iter().find(|(_, session)| session.token == *token);
        match held.map(|(id, session)| (*id, session.user.clone(), session.guest.clone())) {
            Some((session, user, guest)) => self.grant(session, user, guest),
            None => self.replay(token),
        }
    }

    /// A token that was voided ends its session.
    fn replay(&mut self, token: &Token) -> AccountOutcome {
        let voided = self.voided.iter().find(|(held, _)| held == token).map(|(_, id)| *id);
        let ended = voided.and_then(|id| Some((id, self.sessions.remove(&id)?)));
        ended.map_or(AccountOutcome::UnknownSession, |(session, MemorySession { user, .. })| {
            AccountOutcome::Replayed(UserSession { session, user })
        })
    }

    /// The sessions of the guests of a user.
    fn guests_of(&self, inviter: &str) -> impl Iterator<Item = UserSession> {
        let is_theirs = move |session: &MemorySession| {
            session.guest.as_ref().is_some_and(|(known, _)| known == inviter)
        };
        self.sessions.iter().filter(move |(_, session)| is_theirs(session)).map(
            |(session, MemorySession { user, .. })| UserSession {
                session: *session,
                user: user.clone(),
            },
        )
    }

    fn end_guests_of(&mut self, inviter: &str) -> Vec<UserSession> {
        let ended: Vec<UserSession> = self.guests_of(inviter).collect();
        for guest in &ended {
            self.sessions.remove(&guest.session);
        }
        ended
    }

    fn begin(&mut self, user: String, guest: Option<(String, String)>) -> AccountOutcome {
        let session = SessionId(self.next());
        self.grant(session, user, guest)
    }

    fn grant(
        &mut self,
        session: SessionId,
        user: String,
        guest: Option<(String, String)>,
    ) -> AccountOutcome {
        let Some(token) = self.token() else {
            return AccountOutcome::Failed;
        };
        let (whose, of, new) = (user.clone(), guest.clone(), token.clone());
        let held = MemorySession { user: whose, guest: of, token: new };
        let before = self.sessions.insert(session, held);
        self.voided.extend(before.map(|before| (before.token, session)));
        let grant = SessionGrant { session, token, lifetime: Duration::from_secs(86_400) };
        match guest {
            Some((inviter, name)) => {
                AccountOutcome::Entered { inviter, guest: user, name, grant, others: Vec::new() }
            }
            None => {
                let missed = self.missed_calls(&user).to_vec();
                AccountOutcome::LoggedIn { user, grant, missed }
            }
        }
    }

    fn token(&mut self) -> Option<Token> {
        Token::new(format!("token-{}", self.next())).ok()
    }

    const fn next(&mut self) -> u64 {
        self.made += 1;
        self.made
    }
}

impl AccountStore for MemoryAccounts {
    fn names(&self) -> Vec<String> {
        self.passwords.keys().cloned().collect()
    }

    fn perform(&mut self, request: AccountRequest) -> AccountOutcome {
        match request {
            AccountRequest::Create(Credentials { user, .. }) if self.has(&user) => {
                AccountOutcome::NameTaken
            }
            AccountRequest::Create(Credentials { user, password }) => {
                self.add(&user, password.reveal());
                AccountOutcome::Done
            }
            AccountRequest::Resume(token) => self.resume(&token),
            AccountRequest::LogOut(session) => {
                self.sessions.remove(&session);
                AccountOutcome::Done
            }
            other => self.perform_with_password(other),
        }
    }
}
