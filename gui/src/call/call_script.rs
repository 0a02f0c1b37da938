//! The course of a call through a server.

use std::collections::VecDeque;
use std::net::SocketAddr;
use std::time::Duration;

use roomrtc_core::base::Time;
use roomrtc_core::signaling::Credentials;
use roomrtc_core::signaling::client::Command;

use super::Login;
use crate::client::{CallEnd, ClientCommand, ClientEvent, ServerAddress};
use crate::pins::ServerTrust;
use crate::program::{Script, Step};

/// How long connecting to the server and logging in may take.
pub(super) const LOGIN_PATIENCE: Duration = Duration::from_secs(20);

/// Log in, call or be called, talk, hang up. A server that is lost meanwhile is waited for.
#[derive(Debug)]
pub struct CallScript {
    pub(super) server: SocketAddr,
    pub(super) trust: ServerTrust,
    pub(super) credentials: Credentials,
    /// Whom to call; `None` to wait.
    pub(super) callee: Option<String>,
    /// Whether an invitation for guests is to be made.
    pub(super) invites: bool,
    pub(super) talk: Option<Duration>,
    pub(super) steps: VecDeque<Step>,
    pub(super) deadline: Option<Time>,
    pub(super) login: Login,
    pub(super) is_invited: bool,
    /// Whether a call was accepted.
    pub(super) has_call: bool,
    pub(super) is_connected: bool,
}

impl CallScript {
    /// A call to `callee`, or the first that comes, which lasts for `talk` once it is connected.
    pub fn new(
        (server, trust): (SocketAddr, ServerTrust),
        credentials: Credentials,
        callee: Option<String>,
        talk: Option<Duration>,
    ) -> CallScript {
        CallScript {
            server,
            trust,
            credentials,
            callee,
            invites: false,
            talk,
            steps: VecDeque::new(),
            deadline: None,
            login: Login::Connecting,
            is_invited: false,
            has_call: false,
            is_connected: false,
        }
    }

    /// Makes an invitation for guests, too, and prints it as a link.
    #[must_use]
    pub fn with_invitation(self, invites: bool) -> CallScript {
        CallScript { invites, ..self }
    }

    pub(super) fn command(&mut self, command: ClientCommand) {
        self.steps.push_back(Step::Command { client: 0, command });
    }

    pub(super) fn signal(&mut self, command: Command) {
        self.command(ClientCommand::Signal(command));
    }

    pub(super) fn say(&mut self, text: impl Into<String>) {
        self.steps.push_back(Step::Say(text.into()));
    }

    pub(super) fn fail(&mut self, text: impl Into<String>) {
        self.steps.push_back(Step::Finish(Err(text.into())));
    }

    fn connected(&mut self, now: Time) {
        self.is_connected = true;
        self.deadline = self.talk.map(|talk| now + talk);
        self.say("connected");
    }

    fn hear_of_call(&mut self, event: &ClientEvent) {
        match event {
            ClientEvent::CallBegan { .. } => self.has_call = true,
            ClientEvent::MissedCall(missed) => self.missed(missed),
            ClientEvent::ServerFault(text) | ClientEvent::Dismissed { text, .. } => {
                self.say(text.clone());
            }
            ClientEvent::Invitation { code, .. } => self.print_invitation(code),
            ClientEvent::Missed { end, .. } => self.say(end.to_string()),
            ClientEvent::SourceNotOpened(error) => self.say(error.to_string()),
            ClientEvent::SourceFailed(error) => self.say(error.to_string()),
            ClientEvent::CallRejoined => self.say("the server knows of the call again"),
            ClientEvent::CallDetached if self.login == Login::Done => {
                self.say("the other side is no longer in the lobby; the call goes on");
            }
            _ => {}
        }
    }
}

impl Script for CallScript {
    fn begin(&mut self, now: Time) {
        self.deadline = Some(now + LOGIN_PATIENCE);
        let server = ServerAddress { address: self.server, security: self.trust.security() };
        self.command(ClientCommand::Connect(server));
    }

    fn handle_event(&mut self, now: Time, _client: usize, event: &ClientEvent) {
        match event {
            ClientEvent::ServerCertificate(found) => self.take_certificate(*found),
            ClientEvent::ServerConnected if self.login == Login::Connecting => {
                self.log_in(Login::Trying);
            }
            ClientEvent::Registered => {
                self.say(format!("made an account for {}", self.credentials.user));
                self.log_in(Login::TryingAgain);
            }
            ClientEvent::LoggedIn { .. } => self.logged_in(now),
            ClientEvent::Resumed { .. } => self.resumed(),
            ClientEvent::SessionLost => self.log_in(Login::TryingAgain),
            ClientEvent::Users(users) => self.see(users),
            ClientEvent::Ringing(user) => self.say(format!("it rings at {user}")),
            ClientEvent::IncomingCall { user, name } => self.incoming(user, name.as_deref()),
            ClientEvent::Rejected(user) => self.fail(format!("{user} has declined the call")),
            ClientEvent::Missed { end, .. } if self.callee.is_some() => self.fail(end.to_string()),
            ClientEvent::Refused { code, text, .. } => self.refused(*code, text),
            ClientEvent::Connected => self.connected(now),
            ClientEvent::ServerLost { closure, retry } => self.server_lost(*closure, *retry),
            ClientEvent::Impossible(text)
            | ClientEvent::DescriptionRefused(text)
            | ClientEvent::CandidateRefused(text)
            | ClientEvent::VideoFault(text) => self.say(text.clone()),
            _ => self.hear_of_call(event),
        }
    }

    fn handle_call_over(&mut self, _now: Time, _client: usize, end: &CallEnd) {
        let is_good = end.is_regular() && self.is_connected;
        self.steps.push_back(Step::Finish(if is_good { Ok(()) } else { Err(end.to_string()) }));
    }

    fn interrupt(&mut self, _now: Time) {
        if self.is_connected {
            self.command(ClientCommand::HangUp);
        } else {
            self.fail("interrupted before the call was connected");
        }
    }

    fn deadline(&self) -> Option<Time> {
        self.deadline
    }

    fn handle_timeout(&mut self, _now: Time) {
        self.deadline = None;
        if self.is_connected {
            self.command(ClientCommand::HangUp);
        } else if self.login == Login::Done {
            // The server says why it cannot be done.
            self.invite();
        } else {
            self.fail(format!("the server {} does not answer", self.trust.server));
        }
    }

    fn poll_step(&mut self) -> Option<Step> {
        self.steps.pop_front()
    }
}
