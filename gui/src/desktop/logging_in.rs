//! Who is logged in, and the token that resumes it.

use roomrtc_core::base::Time;
use roomrtc_core::signaling::{ErrorCode, MessageType, Token};

use super::entry::Entry;
use super::{
    Account, Desktop, DesktopEffect, Lobby, Notice, Problem, RingingStage, ServerState,
    StoredSession, WelcomeForm,
};

impl Desktop {
    /// Logged in, for the first time or again after the connection was lost.
    pub(super) fn logged_in(&mut self, now: Time, user: String) {
        if self.account.is_none() && self.entry.is_none() {
            // It was given up meanwhile, and the connection is being closed.
            return;
        }
        self.server.state = ServerState::Connected;
        self.welcome.step = None;
        self.welcome.problem = None;
        self.attempts = 0;
        // The server tells again what it knows.
        self.lobby.missed.retain(|missed| missed.number == 0);
        let entry = self.entry.take();
        if self.account.as_ref().is_some_and(|account| account.user == user) {
            return self.post(now, Notice::ServerBack);
        }
        let guest_name = match entry {
            Some(Entry::Guest { name, .. }) => Some(name),
            _ => None,
        };
        let account = Account { user, guest_name, is_busy: false, problem: None, invitation: None };
        self.lobby = Lobby::default();
        self.invitation = None;
        self.welcome.form = WelcomeForm::Choice;
        self.account = Some(account);
        self.remember_whom();
    }

    /// The next start fills the form in with this.
    fn remember_whom(&mut self) {
        let Some(account) = self.account.as_ref().filter(|_| !self.server.is_local) else {
            return;
        };
        let mut settings = self.settings.clone();
        settings.server.clone_from(&self.server.name);
        if account.guest_name.is_none() {
            settings.user.clone_from(&account.user);
            self.welcome.user.clone_from(&account.user);
        }
        if settings != self.settings {
            self.settings = settings;
            self.want(DesktopEffect::WriteSettings(self.settings.clone()));
        }
    }

    /// What resumes the login has changed.
    pub(super) fn session_changed(&mut self, token: Option<Token>) {
        self.token = token;
        match self.token {
            Some(_) => self.keep_login(),
            None => self.forget_login(),
        }
    }

    /// Keeps the login for the next start, or forgets it, as the user has set it. That of a guest or of
    /// "try it here" is not kept.
    pub(super) fn keep_login(&mut self) {
        let is_kept = self.settings.keeps_login && !self.server.is_local;
        let account =
            self.account.as_ref().filter(|account| is_kept && account.guest_name.is_none());
        match account.zip(self.token.clone()) {
            Some((account, token)) => {
                let (server, user) = (self.server.name.clone(), account.user.clone());
                self.is_login_kept = true;
                self.want(DesktopEffect::WriteSession(StoredSession { server, user, token }));
            }
            None => self.forget_login(),
        }
    }

    /// Forgets the login that was kept, if one was.
    pub(super) fn forget_login(&mut self) {
        if std::mem::take(&mut self.is_login_kept) {
            self.want(DesktopEffect::ForgetSession);
        }
    }

    /// What one enters with again after the connection was lost.
    pub(super) fn resuming(&self) -> Option<Entry> {
        let user = self.account.as_ref()?.user.clone();
        self.token.clone().map(|token| Entry::Resume { user, token })
    }

    /// The login is over: it takes the password again.
    pub(super) fn session_lost(&mut self, now: Time) {
        self.token = None;
        self.is_login_kept = true;
        self.forget_login();
        if self.account.is_some() {
            self.post(now, Notice::SessionOver);
        }
        self.fail_entry(Problem::SessionOver);
        self.leave_account();
    }

    /// Nobody is logged in any more. A call goes on.
    pub(super) fn leave_account(&mut self) {
        let Some(account) = self.account.take() else {
            return;
        };
        self.welcome.form = match account.guest_name {
            Some(_) => WelcomeForm::Guest,
            None if self.server.is_local => WelcomeForm::Choice,
            None => WelcomeForm::SignIn,
        };
        self.welcome.server.clone_from(&self.settings.server);
        self.token = None;
        self.echo = None;
        self.invitation = None;
        self.ringing = None;
        self.lobby = Lobby::default();
        if self.call.is_none() {
            self.panel = None;
        }
    }

    /// The server says why it closes the connection.
    pub(super) fn dismissed(&mut self, now: Time, code: ErrorCode) {
        match code {
            ErrorCode::TakenOver => {
                self.post(now, Notice::TakenOver);
                self.leave_account();
            }
            ErrorCode::ServerStopping => self.post(now, Notice::ServerStopping),
            _ => self.post(now, Notice::SessionOver),
        }
    }

    /// The server has refused something.
    pub(super) fn refused(&mut self, now: Time, request: Option<MessageType>, code: ErrorCode) {
        use MessageType as Asked;
        match request {
            Some(Asked::ChangePassword | Asked::DeleteAccount) => {
                if let Some(account) = &mut self.account {
                    (account.is_busy, account.problem) = (false, Some(Problem::Refused(code)));
                }
            }
            _ if self.entry.is_some() => self.fail_entry(Problem::Refused(code)),
            Some(Asked::Invite) => {
                self.ringing.take_if(|ringing| ringing.stage == RingingStage::Calling);
                self.post(now, Notice::Refused(code));
            }
            Some(Asked::AcceptCall | Asked::RejectCall) => {
                self.ringing.take_if(|ringing| ringing.is_incoming());
                self.post(now, Notice::Refused(code));
            }
            // Nobody has asked for anything: the server closes an idle connection.
            None if self.account.is_none() => {}
            _ => self.post(now, Notice::Refused(code)),
        }
    }
}
