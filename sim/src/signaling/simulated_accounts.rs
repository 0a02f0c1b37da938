//! The accounts of the simulated server.

use std::collections::BTreeMap;
use std::time::Duration;

use roomrtc_core::signaling::Token;
use roomrtc_server::hub::{AccountOutcome, AccountRequest, SessionGrant, SessionId};

use super::AccountStore;

/// Accounts whose every password fits, and their sessions. They outlast the server.
#[derive(Clone, Debug)]
pub struct SimulatedAccounts {
    names: Vec<String>,
    /// Whose each session is, and what resumes it.
    sessions: BTreeMap<SessionId, (String, Token)>,
    tokens: u64,
}

impl SimulatedAccounts {
    /// Accounts of these names, and no session.
    pub const fn new(names: Vec<String>) -> SimulatedAccounts {
        SimulatedAccounts { names, sessions: BTreeMap::new(), tokens: 0 }
    }

    fn grant(&mut self, session: SessionId, user: String) -> AccountOutcome {
        self.tokens += 1;
        let Ok(token) = Token::new(format!("token-{}", self.tokens)) else {
            return AccountOutcome::Failed;
        };
        self.sessions.insert(session, (user.clone(), token.clone()));
        let grant = SessionGrant { session, token, lifetime: Duration::from_secs(86_400) };
        AccountOutcome::LoggedIn { user, grant, missed: Vec::new() }
    }
}

impl AccountStore for SimulatedAccounts {
    fn names(&self) -> Vec<String> {
        self.names.clone()
    }

    fn perform(&mut self, request: AccountRequest) -> AccountOutcome {
        match request {
            AccountRequest::LogIn(credentials) => {
                let session = SessionId(self.tokens);
                self.grant(session, credentials.user)
            }
            AccountRequest::Resume(token) => {
                let held = self.sessions.iter().find(|(_, (_, held))| *held == token);
                match held.map(|(session, (user, _))| (*session, user.clone())) {
                    Some((session, user)) => self.grant(session, user),
                    None => AccountOutcome::UnknownSession,
                }
            }
            AccountRequest::LogOut(session) => {
                self.sessions.remove(&session);
                AccountOutcome::Done
            }
            AccountRequest::Create(_) => AccountOutcome::NameTaken,
            // Nobody here asks what was missed.
            AccountRequest::NoteMissedCall { .. } | AccountRequest::ForgetMissedCalls { .. } => {
                AccountOutcome::Done
            }
            _ => AccountOutcome::Failed,
        }
    }
}
