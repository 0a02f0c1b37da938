//! Accounts in memory, with their passwords as they are.

use std::collections::BTreeMap;
use std::time::Duration;

use roomrtc_core::signaling::{Credentials, MissedCall, Token};
use roomrtc_server::hub::{AccountOutcome, AccountRequest, SessionGrant, SessionId, UserSession};

/// What a store keeps. It outlasts the hub.
#[derive(Clone, Default)]
pub(super) struct MemoryAccounts {
    /// Passwords by name.
    pub(super) passwords: BTreeMap<String, String>,
    /// Whose each session is, with the inviter and the name of a guest.
    sessions: BTreeMap<SessionId, (String, Option<(String, String)>)>,
    /// What resumes each session.
    tokens: BTreeMap<SessionId, Token>,
    /// Tokens that resume nothing any more.
    voided: Vec<(Token, SessionId)>,
    /// Who made each invitation.
    invitations: Vec<(Token, String)>,
    /// By callee.
    pub(super) missed: BTreeMap<String, Vec<MissedCall>>,
    made: u64,
}

impl MemoryAccounts {
    pub(super) fn perform(&mut self, request: AccountRequest) -> AccountOutcome {
        match request {
            AccountRequest::Create(credentials) => self.create(credentials),
            AccountRequest::LogIn(Credentials { user, password }) => {
                match self.fits(&user, password.reveal()) {
                    true => self.begin(user, None),
                    false => AccountOutcome::WrongCredentials,
                }
            }
            AccountRequest::Resume(token) => self.resume(&token),
            AccountRequest::LogOut(session) => {
                self.sessions.remove(&session);
                self.tokens.remove(&session);
                AccountOutcome::Done
            }
            AccountRequest::ChangePassword { user, password, new_password } => {
                self.change(user, password.reveal(), new_password.reveal())
            }
            AccountRequest::Delete { user, password } => {
                match self.fits(&user, password.reveal()) {
                    true => self.delete(&user),
                    false => AccountOutcome::WrongCredentials,
                }
            }
            other => self.perform_other(other),
        }
    }

    fn perform_other(&mut self, request: AccountRequest) -> AccountOutcome {
        match request {
            AccountRequest::CreateInvitation { user } => self.invite(user),
            AccountRequest::RevokeInvitation { user, code } => self.revoke(&user, &code),
            AccountRequest::Enter { code, name } => self.enter(&code, name),
            AccountRequest::NoteMissedCall { callee, caller, name, at } => {
                self.made += 1;
                let missed = MissedCall { user: caller, at, number: self.made, name };
                self.missed.entry(callee).or_default().push(missed);
                AccountOutcome::Done
            }
            AccountRequest::ForgetMissedCalls { user, number } => {
                let missed = self.missed.entry(user).or_default();
                missed.retain(|missed| missed.number > number);
                AccountOutcome::Done
            }
            _ => AccountOutcome::Failed,
        }
    }

    fn invite(&mut self, user: String) -> AccountOutcome {
        let code = self.token();
        self.invitations.push((code.clone(), user));
        let lifetime = Duration::from_secs(86_400);
        AccountOutcome::Invitation { code, lifetime, ended: Vec::new() }
    }

    fn revoke(&mut self, user: &str, code: &Token) -> AccountOutcome {
        let before = self.invitations.len();
        self.invitations.retain(|(known, inviter)| known != code || inviter != user);
        // A user has one invitation in these tests.
        let has_ended = self.invitations.len() < before;
        let ended = if has_ended { self.guests_sessions(user) } else { Vec::new() };
        self.sessions.retain(|session, _| ended.iter().all(|ended| ended.session != *session));
        AccountOutcome::InvitationRevoked { ended }
    }

    fn enter(&mut self, code: &Token, name: String) -> AccountOutcome {
        let known = self.invitations.iter().find(|(known, _)| known == code);
        let Some((_, inviter)) = known.cloned() else {
            return AccountOutcome::UnknownInvitation;
        };
        let letters = [26, 1].map(|unit| b'a' + (self.made / unit % 26) as u8);
        let guest = format!("guest-{}", letters.map(char::from).iter().collect::<String>());
        let others = self.guests_sessions(&inviter);
        match self.begin(guest, Some((inviter, name))) {
            AccountOutcome::Entered { inviter, guest, name, grant, .. } => {
                AccountOutcome::Entered { inviter, guest, name, grant, others }
            }
            other => other,
        }
    }

    fn fits(&self, user: &str, password: &str) -> bool {
        self.passwords.get(user).is_some_and(|known| known == password)
    }

    fn create(&mut self, credentials: Credentials) -> AccountOutcome {
        if self.passwords.contains_key(&credentials.user) {
            return AccountOutcome::NameTaken;
        }
        let Credentials { user, password } = credentials;
        self.passwords.insert(user, password.reveal().to_owned());
        AccountOutcome::Done
    }

    fn change(&mut self, user: String, password: &str, new: &str) -> AccountOutcome {
        if !self.fits(&user, password) {
            return AccountOutcome::WrongCredentials;
        }
        self.passwords.insert(user.clone(), new.to_owned());
        self.sessions.retain(|_, (whose, _)| *whose != user);
        match self.begin(user, None) {
            AccountOutcome::LoggedIn { grant, .. } => AccountOutcome::PasswordChanged { grant },
            other => other,
        }
    }

    fn delete(&mut self, user: &str) -> AccountOutcome {
        self.passwords.remove(user);
        let is_guest = |guest: &Option<(String, String)>| {
            guest.as_ref().is_some_and(|(inviter, _)| inviter == user)
        };
        self.sessions.retain(|_, (whose, guest)| whose != user && !is_guest(guest));
        self.invitations.retain(|(_, inviter)| inviter != user);
        AccountOutcome::Done
    }

    fn resume(&mut self, token: &Token) -> AccountOutcome {
        let held = self.tokens.iter().find(|(_, held)| *held == token);
        let Some(session) = held.map(|(session, _)| *session) else {
            return self.replay(token);
        };
        match self.sessions.get(&session).cloned() {
            Some((user, guest)) => self.grant(session, user, guest),
            None => AccountOutcome::UnknownSession,
        }
    }

    /// A token that was voided ends its session.
    fn replay(&mut self, token: &Token) -> AccountOutcome {
        let voided = self.voided.iter().find(|(held, _)| held == token);
        let ended =
            voided.and_then(|(_, session)| Some((*session, self.sessions.remove(session)?)));
        ended.map_or(AccountOutcome::UnknownSession, |(session, (user, _))| {
            AccountOutcome::Replayed(UserSession { session, user })
        })
    }

    /// The sessions of the guests of a user.
    fn guests_sessions(&self, inviter: &str) -> Vec<UserSession> {
        let is_guest = |guest: &Option<(String, String)>| {
            guest.as_ref().is_some_and(|(known, _)| known == inviter)
        };
        let guests = self.sessions.iter().filter(|(_, (_, guest))| is_guest(guest));
        let session = |(session, (user, _)): (&SessionId, &(String, _))| UserSession {
            session: *session,
            user: user.clone(),
        };
        guests.map(session).collect()
    }

    /// How many sessions there are.
    pub(super) fn sessions(&self) -> usize {
        self.sessions.len()
    }

    fn begin(&mut self, user: String, guest: Option<(String, String)>) -> AccountOutcome {
        self.made += 1;
        let session = SessionId(self.made);
        self.grant(session, user, guest)
    }

    fn grant(
        &mut self,
        session: SessionId,
        user: String,
        guest: Option<(String, String)>,
    ) -> AccountOutcome {
        let token = self.token();
        self.sessions.insert(session, (user.clone(), guest.clone()));
        if let Some(voided) = self.tokens.insert(session, token.clone()) {
            self.voided.push((voided, session));
        }
        let grant = SessionGrant { session, token, lifetime: Duration::from_secs(60) };
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

    fn token(&mut self) -> Token {
        self.made += 1;
        Token::new(format!("token-{}", self.made)).expect("a token")
    }
}
