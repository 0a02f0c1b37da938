//! The server's certificate, its loss and its return.

use std::time::Duration;

use roomrtc_io_mio::{CertificateFingerprint, StreamClosure};

use super::{CallScript, Login};
use crate::program::Step;

impl CallScript {
    pub(super) fn take_certificate(&mut self, found: CertificateFingerprint) {
        if let Some(text) = self.trust.first_use(found) {
            self.say(text);
        }
        if self.trust.is_to_keep(found) {
            self.trust.kept = Some(found);
            let server = self.trust.server.clone();
            self.steps.push_back(Step::KeepCertificate { server, certificate: found });
        }
    }

    pub(super) fn server_lost(&mut self, closure: StreamClosure, retry: Option<Duration>) {
        let login = std::mem::replace(&mut self.login, Login::Lost);
        let is_waited_for = self.has_call || self.callee.is_none() && retry.is_some();
        match (login, self.trust.refusal(closure)) {
            (_, Some(refusal)) if self.has_call => self.say(refusal),
            (_, Some(refusal)) => self.fail(refusal),
            (_, None) if !is_waited_for => self.fail_without_server(login, closure),
            (Login::Lost, None) => self.say(format!("the server cannot be reached: {closure}")),
            (_, None) if self.has_call => {
                self.say(format!("the lobby is closed: the server is gone ({closure})"));
                self.say("the call goes on without it");
            }
            (_, None) => self.say(format!("the server is gone ({closure})")),
        }
        if let Some(wait) = retry {
            self.say(format!("connecting to the server again in {:.1} s", wait.as_secs_f64()));
        }
    }

    fn fail_without_server(&mut self, login: Login, closure: StreamClosure) {
        let server = &self.trust.server;
        self.fail(match login {
            Login::Connecting => format!("the server {server} cannot be reached: {closure}"),
            Login::Trying if self.trust.is_plain => format!(
                "the server {server} takes no connection without TLS ({closure}): start without \
                 --plain"
            ),
            _ => format!("the connection to the server is gone: {closure}"),
        });
    }

    pub(super) fn resumed(&mut self) {
        self.login = Login::Done;
        self.say(format!("connected to the server again, as {}", self.credentials.user));
    }
}
