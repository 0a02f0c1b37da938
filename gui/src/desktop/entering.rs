//! How one enters: what the user does on the first screen.

use roomrtc_core::base::Time;
use roomrtc_core::signaling::Password;
use roomrtc_core::signaling::client::Command;

use super::entry::Entry;
use super::{
    Action, Desktop, DesktopEffect, Invitation, Problem, SecretText, ServerState, StoredSession,
    WelcomeForm, WelcomeStep, form_check,
};
use crate::client::ClientCommand;

impl Desktop {
    /// Takes an action of the first screen.
    pub(super) fn enter(&mut self, now: Time, action: Action) {
        let wanted = match action {
            Action::TryItHere => return self.try_it_here(),
            Action::CancelEntry => return self.cancel_entry(),
            Action::TrustNewCertificate => return self.trust(now),
            Action::DistrustNewCertificate => return self.distrust(),
            Action::Reconnect => return self.reconnect(now),
            Action::SignOut => return self.sign_out(),
            Action::SignIn { server, user, password } => form_check::server(&server)
                .and_then(|at| Ok((at, Entry::SignIn(form_check::credentials(&user, &password)?)))),
            Action::Register { server, user, password, repeated } => {
                register(&server, &user, &password, &repeated)
            }
            Action::EnterAsGuest { server, invitation, name } => guest(&server, &invitation, &name),
            _ => return,
        };
        if self.account.is_some() || self.closing_since.is_some() {
            return;
        }
        match wanted {
            Ok((server, entry)) => self.begin_entry(now, server, entry),
            Err(problem) => self.welcome.problem = Some(problem),
        }
    }

    /// A login that was kept is resumed at the start.
    pub(super) fn resume_stored(&mut self, now: Time, stored: StoredSession) {
        self.welcome.form = WelcomeForm::SignIn;
        (self.welcome.server, self.welcome.user) = (stored.server.clone(), stored.user.clone());
        let entry = Entry::Resume { user: stored.user, token: stored.token };
        self.begin_entry(now, stored.server, entry);
    }

    fn begin_entry(&mut self, now: Time, server: String, entry: Entry) {
        self.end_step();
        self.welcome.server.clone_from(&server);
        match &entry {
            Entry::SignIn(credentials) | Entry::Register(credentials) => {
                self.welcome.user.clone_from(&credentials.user);
            }
            Entry::Resume { .. } | Entry::Guest { .. } => {}
        }
        self.attempts = 0;
        self.entry = Some(entry);
        if self.server.name == server && self.server.state == ServerState::Connected {
            self.send_entry();
        } else {
            self.connect(now, server, false);
        }
    }

    /// Hands what the user enters with to the server.
    pub(super) fn send_entry(&mut self) {
        self.welcome.problem = None;
        let Some(entry) = self.entry.clone() else {
            return;
        };
        self.welcome.step = Some(match &entry {
            Entry::Register(_) => WelcomeStep::Registering,
            _ => WelcomeStep::SigningIn,
        });
        self.signal(match entry {
            Entry::SignIn(credentials) => Command::Login(credentials),
            Entry::Register(credentials) => Command::Register(credentials),
            Entry::Resume { token, .. } => Command::Resume(token),
            Entry::Guest { code, name } => Command::Enter { code, name },
        });
    }

    /// The account is there: now one signs in with it.
    pub(super) fn registered(&mut self) {
        if let Some(Entry::Register(credentials)) = self.entry.take() {
            self.entry = Some(Entry::SignIn(credentials));
            self.send_entry();
        }
    }

    /// What was asked for to enter cannot be had.
    pub(super) fn fail_entry(&mut self, problem: Problem) {
        self.entry = None;
        self.end_step();
        self.welcome.problem = Some(problem);
    }

    /// What was being done to enter is over. A server that was being started for it is stopped.
    pub(super) fn end_step(&mut self) {
        if self.welcome.step.take() == Some(WelcomeStep::StartingLocalServer) {
            self.want(DesktopEffect::StopLocalServer);
        }
    }

    fn try_it_here(&mut self) {
        let is_free = self.welcome.step.is_none() && self.closing_since.is_none();
        if self.account.is_none() && is_free {
            self.entry = None;
            self.welcome.problem = None;
            self.welcome.step = Some(WelcomeStep::StartingLocalServer);
            self.want(DesktopEffect::StartLocalServer);
        }
    }

    fn cancel_entry(&mut self) {
        if self.account.is_some() {
            return;
        }
        if self.has_local_server() {
            self.want(DesktopEffect::StopLocalServer);
        }
        self.entry = None;
        (self.welcome.step, self.welcome.problem) = (None, None);
        self.leave_server();
    }

    /// Whether the server of "try it here" runs, or is being started.
    pub(super) fn has_local_server(&self) -> bool {
        self.server.is_local || self.welcome.step == Some(WelcomeStep::StartingLocalServer)
    }

    fn reconnect(&mut self, now: Time) {
        let is_lost = matches!(
            self.server.state,
            ServerState::Away | ServerState::Lost(_) | ServerState::Waiting { .. }
        );
        if !is_lost || self.server.name.is_empty() {
            return;
        }
        if self.account.is_some() {
            self.entry = self.resuming();
        }
        if self.entry.is_some() {
            self.connect(now, self.server.name.clone(), self.server.is_local);
        }
    }

    fn sign_out(&mut self) {
        if self.account.is_none() || self.call.is_some() {
            return;
        }
        self.stop_ringing();
        if self.server.state == ServerState::Connected {
            self.signal(Command::Logout);
        } else {
            self.signed_out();
        }
    }

    /// Nobody is logged in any more.
    pub(super) fn signed_out(&mut self) {
        self.forget_login();
        self.leave_account();
        self.leave_server();
    }

    /// Lets go of the server.
    pub(super) fn leave_server(&mut self) {
        if self.server.state != ServerState::Away {
            self.want(DesktopEffect::Command(ClientCommand::Disconnect));
        }
        if self.server.is_local {
            self.want(DesktopEffect::StopLocalServer);
            self.server = super::Server::default();
        }
        self.server.state = ServerState::Away;
        self.welcome.certificate_change = None;
    }
}

fn register(
    server: &str,
    user: &str,
    password: &Password,
    repeated: &Password,
) -> Result<(String, Entry), Problem> {
    let server = form_check::server(server)?;
    let credentials = form_check::new_credentials(user, password, repeated)?;
    Ok((server, Entry::Register(credentials)))
}

/// A link says which server it is for.
fn guest(server: &str, invitation: &SecretText, name: &str) -> Result<(String, Entry), Problem> {
    let read = Invitation::read(invitation).ok_or(Problem::InvitationUnreadable)?;
    let server = form_check::server(read.server.as_deref().unwrap_or(server))?;
    let name = form_check::guest_name(name)?;
    Ok((server, Entry::Guest { code: read.code, name }))
}
