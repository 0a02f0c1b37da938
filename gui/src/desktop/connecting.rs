//! The connection to the server.

use std::time::Duration;

use roomrtc_core::base::Time;
use roomrtc_io_mio::{CertificateFingerprint, StreamClosure, StreamSecurity};

use super::entry::Entry;
use super::{
    CertificateChange, Desktop, DesktopEffect, DoctorFinding, LocalServer, LocalServerProblem,
    Notice, Problem, Server, ServerLoss, ServerState, WelcomeStep,
};

/// The longest wait before a server is tried again with a login that was kept.
const LONGEST_WAIT: Duration = Duration::from_secs(30);

impl Desktop {
    /// Has the client connect to a server. One whose certificate is known takes that alone.
    pub(super) fn connect(&mut self, _now: Time, server: String, is_local: bool) {
        if self.server.is_local && !is_local {
            self.want(DesktopEffect::StopLocalServer);
        }
        self.welcome.step = Some(WelcomeStep::Connecting);
        self.welcome.problem = None;
        self.welcome.certificate_change = None;
        let pin = self.certificate_of(&server);
        let security = StreamSecurity::Tls { pin };
        self.server = Server {
            name: server.clone(),
            is_local,
            state: ServerState::Connecting,
            certificate: pin,
        };
        self.want(DesktopEffect::Connect { server, security });
    }

    /// The connection stands.
    pub(super) fn server_connected(&mut self) {
        self.server.state = ServerState::Connected;
        self.send_entry();
    }

    /// The connection could not be made, or is gone.
    pub(super) fn server_lost(
        &mut self,
        now: Time,
        closure: StreamClosure,
        retry: Option<Duration>,
    ) {
        if let StreamClosure::WrongCertificate(found) = closure {
            return self.certificate_changed(found);
        }
        let loss = ServerLoss::from(closure);
        match retry {
            Some(wait) => self.server.state = ServerState::Waiting { until: now + wait, loss },
            None => self.server_away(now, loss),
        }
    }

    /// There is no connection, and the client does not try again by itself.
    pub(super) fn server_away(&mut self, now: Time, loss: ServerLoss) {
        self.server.state = ServerState::Lost(loss);
        match &self.entry {
            Some(Entry::Resume { .. }) => self.try_later(now, loss),
            Some(_) => {
                self.fail_entry(Problem::Server(loss));
                self.report_server(DoctorFinding::ServerUnreachable(loss));
            }
            // A server closes the connection of somebody who does not log in.
            None if self.account.is_none() => self.server.state = ServerState::Away,
            None => {}
        }
    }

    /// Who was logged in before waits for the server, later and later.
    fn try_later(&mut self, now: Time, loss: ServerLoss) {
        let wait = Duration::from_secs(1 << self.attempts.min(5)).min(LONGEST_WAIT);
        self.attempts += 1;
        self.server.state = ServerState::Waiting { until: now + wait, loss };
        self.retry_at = Some(now + wait);
        self.end_step();
        self.welcome.problem = Some(Problem::Server(loss));
        self.report_server(DoctorFinding::ServerUnreachable(loss));
    }

    /// Tries a server again if it is time.
    pub(super) fn retry(&mut self, now: Time) {
        let is_due = self.retry_at.take_if(|at| *at <= now).is_some();
        let is_waiting = matches!(self.server.state, ServerState::Waiting { .. });
        if is_due && is_waiting && matches!(self.entry, Some(Entry::Resume { .. })) {
            self.connect(now, self.server.name.clone(), self.server.is_local);
        }
    }

    /// The server has shown its certificate, and it was taken.
    pub(super) fn certificate_taken(&mut self, now: Time, found: CertificateFingerprint) {
        self.server.certificate = Some(found);
        if self.server.is_local || self.certificate_of(&self.server.name) == Some(found) {
            return;
        }
        let server = self.server.name.clone();
        self.keep_certificate(found);
        self.post(now, Notice::FirstCertificate { server, certificate: found });
    }

    /// Nothing was sent to it, and nothing will be before the user has decided.
    fn certificate_changed(&mut self, found: CertificateFingerprint) {
        let (server, kept) = (self.server.name.clone(), self.certificate_of(&self.server.name));
        self.server.state = ServerState::CertificateChanged;
        self.end_step();
        self.welcome.problem = Some(Problem::CertificateChanged);
        self.welcome.certificate_change = Some(CertificateChange { server, kept, found });
        self.report_server(DoctorFinding::ServerCertificateChanged);
    }

    /// The user says that the new certificate is right.
    pub(super) fn trust(&mut self, now: Time) {
        let Some(change) = self.welcome.certificate_change.take() else {
            return;
        };
        self.end_step();
        self.keep_certificate(change.found);
        if self.account.is_some() {
            self.entry = self.resuming();
        }
        self.connect(now, change.server, self.server.is_local);
    }

    /// The user leaves that server. A call goes on without.
    pub(super) fn distrust(&mut self) {
        if self.welcome.certificate_change.take().is_some() {
            self.entry = None;
            self.welcome.problem = None;
            self.leave_account();
            self.leave_server();
        }
    }

    /// The name service knows no such server.
    pub(super) fn name_unknown(&mut self, now: Time, server: &str) {
        if self.server.name == server && self.server.state == ServerState::Connecting {
            self.server_away(now, ServerLoss::NameUnknown);
        }
    }

    /// The server of "try it here" runs, or does not.
    pub(super) fn local_server(
        &mut self,
        now: Time,
        news: Result<LocalServer, LocalServerProblem>,
    ) {
        let is_starting = self.welcome.step == Some(WelcomeStep::StartingLocalServer);
        let is_awaited = is_starting && self.closing_since.is_none();
        match news {
            Ok(local) if is_awaited => {
                self.echo = Some(local.echo);
                self.certificates.retain(|(server, _)| *server != local.server);
                self.certificates.push((local.server.clone(), local.certificate));
                self.entry = Some(Entry::SignIn(local.credentials));
                self.connect(now, local.server, true);
            }
            // It was given up meanwhile, and asked to stop.
            Ok(_) => {}
            Err(problem) if is_awaited => self.fail_entry(Problem::LocalServer(problem)),
            Err(problem) => self.post(now, Notice::LocalServer(problem)),
        }
    }

    fn certificate_of(&self, server: &str) -> Option<CertificateFingerprint> {
        let is_same = |known: &&(String, _)| known.0.eq_ignore_ascii_case(server);
        self.certificates.iter().find(is_same).map(|(_, certificate)| *certificate)
    }

    fn keep_certificate(&mut self, certificate: CertificateFingerprint) {
        let server = self.server.name.clone();
        self.certificates.retain(|(known, _)| !known.eq_ignore_ascii_case(&server));
        self.certificates.push((server.clone(), certificate));
        if !self.server.is_local {
            self.want(DesktopEffect::KeepCertificate { server, certificate });
        }
    }
}
