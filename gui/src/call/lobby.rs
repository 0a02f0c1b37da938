//! Logging in, calling and being called.

use std::time::Duration;

use roomrtc_core::base::Time;
use roomrtc_core::signaling::client::Command;
use roomrtc_core::signaling::{ErrorCode, MissedCall, Token, UserState};

use super::{CallScript, Login};
use crate::program::Step;

/// How long a user who is not there yet is waited for, so that two can be started at once.
pub(super) const CALLEE_PATIENCE: Duration = Duration::from_secs(3);

impl CallScript {
    pub(super) fn log_in(&mut self, login: Login) {
        self.login = login;
        self.signal(Command::Login(self.credentials.clone()));
    }

    pub(super) fn logged_in(&mut self, now: Time) {
        self.login = Login::Done;
        self.say(format!("logged in as {}", self.credentials.user));
        if self.invites {
            self.invites = false;
            self.signal(Command::CreateInvitation);
        }
        if self.has_call || self.is_invited {
            return;
        }
        if self.callee.is_some() {
            self.deadline = Some(now + CALLEE_PATIENCE);
        } else {
            self.deadline = None;
            self.say("waiting for a call");
        }
    }

    /// Whoever opens the link in a browser enters as a guest. A server never sees what is behind `#`.
    pub(super) fn print_invitation(&mut self, code: &Token) {
        let scheme = if self.trust.is_plain { "http" } else { "https" };
        let (server, code) = (&self.trust.server, code.reveal());
        self.steps.push_back(Step::Print(format!("{scheme}://{server}/#invitation={code}")));
    }

    pub(super) fn missed(&mut self, missed: &MissedCall) {
        self.say(format!("missed a call of {}", caller(&missed.user, missed.name.as_deref())));
        self.signal(Command::ForgetMissedCalls { number: missed.number });
    }

    /// Calls as soon as the callee is available; a busy one is asked for the refusal.
    pub(super) fn see(&mut self, users: &[(String, UserState)]) {
        let state = |callee: &String| users.iter().find(|(user, _)| user == callee);
        let is_there = self
            .callee
            .as_ref()
            .and_then(state)
            .is_some_and(|(_, state)| matches!(state, UserState::Available | UserState::Busy));
        if is_there && self.login == Login::Done {
            self.invite();
        }
    }

    pub(super) fn invite(&mut self) {
        if let Some(user) = self.callee.clone()
            && !self.is_invited
        {
            self.is_invited = true;
            self.deadline = None;
            self.signal(Command::Invite { user });
        }
    }

    pub(super) fn refused(&mut self, code: ErrorCode, text: &str) {
        match (self.login, code) {
            (Login::Trying, ErrorCode::WrongCredentials) => {
                self.login = Login::Registering;
                self.signal(Command::Register(self.credentials.clone()));
            }
            (Login::Registering, ErrorCode::UserNameTaken) => {
                let text = format!("wrong password for the user {}", self.credentials.user);
                self.fail(text);
            }
            (_, ErrorCode::TlsRequired) => self.fail(format!("{text} Start without --plain")),
            _ if self.has_call => self.say(text),
            _ => self.fail(text),
        }
    }

    pub(super) fn incoming(&mut self, user: &str, name: Option<&str>) {
        let user = caller(user, name);
        if self.callee.is_none() {
            self.say(format!("{user} calls"));
            self.signal(Command::Accept);
        } else {
            self.say(format!("{user} calls, and is declined"));
            self.signal(Command::Reject);
        }
    }
}

/// A caller as the user is told of it: a guest has no name that means anything, but goes by one.
fn caller(user: &str, name: Option<&str>) -> String {
    name.map_or_else(|| user.to_owned(), |name| format!("{name} ({user})"))
}
