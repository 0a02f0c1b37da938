//! The course of a call through a server.

use std::collections::VecDeque;
use std::net::SocketAddr;
use std::time::Duration;

use roomrtc_core::base::Time;
use roomrtc_core::signaling::client::Command;
use roomrtc_core::signaling::{Credentials, ErrorCode, UserState};

use super::Login;
use crate::client::{CallEnd, ClientCommand, ClientEvent};
use crate::program::{Script, Step};

/// How long connecting to the server and logging in may take.
const LOGIN_PATIENCE: Duration = Duration::from_secs(20);

/// How long a user who is not there yet is waited for, so that two can be started at once.
const CALLEE_PATIENCE: Duration = Duration::from_secs(3);

/// Log in, call or be called, talk, hang up.
#[derive(Debug)]
pub struct CallScript {
    server: SocketAddr,
    credentials: Credentials,
    /// Whom to call; `None` to wait.
    callee: Option<String>,
    talk: Option<Duration>,
    steps: VecDeque<Step>,
    deadline: Option<Time>,
    login: Login,
    is_invited: bool,
    is_connected: bool,
}

impl CallScript {
    /// A call to `callee`, or the first that comes, which lasts for `talk` once it is connected.
    pub fn new(
        server: SocketAddr,
        credentials: Credentials,
        callee: Option<String>,
        talk: Option<Duration>,
    ) -> CallScript {
        CallScript {
            server,
            credentials,
            callee,
            talk,
            steps: VecDeque::new(),
            deadline: None,
            login: Login::Connecting,
            is_invited: false,
            is_connected: false,
        }
    }

    fn command(&mut self, command: ClientCommand) {
        self.steps.push_back(Step::Command { client: 0, command });
    }

    fn signal(&mut self, command: Command) {
        self.command(ClientCommand::Signal(command));
    }

    fn say(&mut self, text: impl Into<String>) {
        self.steps.push_back(Step::Say(text.into()));
    }

    fn fail(&mut self, text: impl Into<String>) {
        self.steps.push_back(Step::Finish(Err(text.into())));
    }

    fn log_in(&mut self, login: Login) {
        self.login = login;
        self.signal(Command::Login(self.credentials.clone()));
    }

    fn logged_in(&mut self, now: Time) {
        self.login = Login::Done;
        self.say(format!("logged in as {}", self.credentials.user));
        if self.callee.is_some() {
            self.deadline = Some(now + CALLEE_PATIENCE);
        } else {
            self.deadline = None;
            self.say("waiting for a call");
        }
    }

    /// Calls as soon as the callee is available; a busy one is asked for the refusal.
    fn see(&mut self, users: &[(String, UserState)]) {
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

    fn invite(&mut self) {
        if let Some(user) = self.callee.clone()
            && !self.is_invited
        {
            self.is_invited = true;
            self.deadline = None;
            self.signal(Command::Invite { user });
        }
    }

    fn refused(&mut self, code: ErrorCode, text: &str) {
        match (self.login, code) {
            (Login::Trying, ErrorCode::WrongCredentials) => {
                self.login = Login::Registering;
                self.signal(Command::Register(self.credentials.clone()));
            }
            (Login::Registering, ErrorCode::UserNameTaken) => {
                let text = format!("wrong password for the user {}", self.credentials.user);
                self.fail(text);
            }
            _ => self.fail(text),
        }
    }

    fn server_lost(&mut self, reason: &str) {
        let login = std::mem::replace(&mut self.login, Login::Lost);
        if login == Login::Connecting {
            self.fail(format!("the server {} cannot be reached: {reason}", self.server));
        } else if self.is_connected {
            self.say(format!("the lobby is closed: the server is gone ({reason})"));
            self.say("the call goes on without it");
        } else {
            self.fail(format!("the connection to the server is gone: {reason}"));
        }
    }

    fn connected(&mut self, now: Time) {
        self.is_connected = true;
        self.deadline = self.talk.map(|talk| now + talk);
        self.say("connected");
    }

    fn incoming(&mut self, user: &str) {
        if self.callee.is_none() {
            self.say(format!("{user} calls"));
            self.signal(Command::Accept);
        } else {
            self.say(format!("{user} calls, and is declined"));
            self.signal(Command::Reject);
        }
    }
}

impl Script for CallScript {
    fn begin(&mut self, now: Time) {
        self.deadline = Some(now + LOGIN_PATIENCE);
        self.command(ClientCommand::Connect(self.server));
    }

    fn handle_event(&mut self, now: Time, _client: usize, event: &ClientEvent) {
        match event {
            ClientEvent::ServerConnected => self.log_in(Login::Trying),
            ClientEvent::Registered => {
                self.say(format!("made an account for {}", self.credentials.user));
                self.log_in(Login::TryingAgain);
            }
            ClientEvent::LoggedIn => self.logged_in(now),
            ClientEvent::Users(users) => self.see(users),
            ClientEvent::Ringing(user) => self.say(format!("it rings at {user}")),
            ClientEvent::IncomingCall(user) => self.incoming(user),
            ClientEvent::Rejected(user) => self.fail(format!("{user} has declined the call")),
            ClientEvent::Missed { end, .. } if self.callee.is_some() => self.fail(end.to_string()),
            ClientEvent::Missed { end, .. } => self.say(end.to_string()),
            ClientEvent::Refused { code, text } => self.refused(*code, text),
            ClientEvent::Connected => self.connected(now),
            ClientEvent::ServerLost(closure) => self.server_lost(&closure.to_string()),
            ClientEvent::ServerFault(text)
            | ClientEvent::Impossible(text)
            | ClientEvent::DescriptionRefused(text)
            | ClientEvent::CandidateRefused(text)
            | ClientEvent::VideoFault(text) => self.say(text.clone()),
            ClientEvent::CallDetached if self.login == Login::Done => {
                self.say("the other side is no longer in the lobby; the call goes on");
            }
            _ => {}
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
            self.fail(format!("the server {} does not answer", self.server));
        }
    }

    fn poll_step(&mut self) -> Option<Step> {
        self.steps.pop_front()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use roomrtc_io_mio::StreamClosure;

    fn script(callee: Option<&str>) -> CallScript {
        let server = SocketAddr::from(([127, 0, 0, 1], 7_000));
        let credentials = Credentials::new("alice", "a password");
        let talk = Some(Duration::from_secs(2));
        let mut script = CallScript::new(server, credentials, callee.map(str::to_owned), talk);
        script.begin(Time::ZERO);
        script
    }

    fn steps(script: &mut CallScript) -> Vec<String> {
        std::iter::from_fn(|| script.poll_step()).map(|step| format!("{step:?}")).collect()
    }

    fn hear(script: &mut CallScript, event: ClientEvent) -> Vec<String> {
        script.handle_event(Time::from_secs(1), 0, &event);
        steps(script)
    }

    fn refusal(code: ErrorCode) -> ClientEvent {
        ClientEvent::Refused { code, text: "The server's sentence.".into() }
    }

    fn logged_in(callee: Option<&str>) -> CallScript {
        let mut script = script(callee);
        script.handle_event(Time::from_secs(1), 0, &ClientEvent::ServerConnected);
        script.handle_event(Time::from_secs(1), 0, &ClientEvent::LoggedIn);
        steps(&mut script);
        script
    }

    #[test]
    fn a_free_name_gets_an_account_and_a_taken_one_a_sentence() {
        let mut free = script(None);
        assert!(hear(&mut free, ClientEvent::ServerConnected)[1].contains("Login"));
        assert!(hear(&mut free, refusal(ErrorCode::WrongCredentials))[0].contains("Register"));
        let again = hear(&mut free, ClientEvent::Registered);
        assert!(again[0].contains("made an account") && again[1].contains("Login"), "{again:?}");

        let mut taken = script(None);
        hear(&mut taken, ClientEvent::ServerConnected);
        hear(&mut taken, refusal(ErrorCode::WrongCredentials));
        let end = hear(&mut taken, refusal(ErrorCode::UserNameTaken));
        assert_eq!(end, [r#"Finish(Err("wrong password for the user alice"))"#]);
    }

    #[test]
    fn a_callee_who_comes_soon_is_waited_for() {
        let users = |state| ClientEvent::Users(vec![("bob".into(), state)]);
        let mut script = logged_in(Some("bob"));
        assert!(hear(&mut script, users(UserState::Offline)).is_empty());
        let invited = hear(&mut script, users(UserState::Available));
        assert!(invited.len() == 1 && invited[0].contains("Invite"), "{invited:?}");
        assert!(hear(&mut script, users(UserState::Busy)).is_empty());
    }

    #[test]
    fn one_who_does_not_come_is_asked_for_and_refused() {
        let mut script = logged_in(Some("bob"));
        assert_eq!(script.deadline(), Some(Time::from_secs(1) + CALLEE_PATIENCE));
        script.handle_timeout(Time::from_secs(4));
        assert!(steps(&mut script)[0].contains("Invite"));
        let end = hear(&mut script, refusal(ErrorCode::UserOffline));
        assert_eq!(end, [r#"Finish(Err("The server's sentence."))"#]);
    }

    #[test]
    fn a_call_outlives_the_server() {
        let mut script = logged_in(None);
        assert!(hear(&mut script, ClientEvent::IncomingCall("bob".into()))[1].contains("Accept"));
        hear(&mut script, ClientEvent::Connected);
        let said = hear(&mut script, ClientEvent::ServerLost(StreamClosure::Remote));
        assert!(said[0].contains("the lobby is closed"), "{said:?}");
        assert!(said[1].contains("the call goes on"), "{said:?}");
        script.handle_timeout(Time::from_secs(3));
        assert!(steps(&mut script)[0].contains("HangUp"));
        script.handle_call_over(Time::from_secs(3), 0, &CallEnd::Here);
        assert_eq!(steps(&mut script), ["Finish(Ok(()))"]);
    }

    #[test]
    fn a_server_that_is_not_there_is_named() {
        let closure = StreamClosure::Failed(std::io::ErrorKind::ConnectionRefused);
        let mut refused = script(None);
        let end = hear(&mut refused, ClientEvent::ServerLost(closure)).pop().expect("an end");
        let expected = "the server 127.0.0.1:7000 cannot be reached: connection refused";
        assert_eq!(end, format!("Finish(Err({expected:?}))"));

        let mut silent = script(None);
        steps(&mut silent);
        silent.handle_timeout(Time::ZERO + LOGIN_PATIENCE);
        assert!(steps(&mut silent)[0].contains("does not answer"));
    }
}
