//! What the echo contact does.

use std::collections::VecDeque;

use roomrtc_core::signaling::client::Command;
use roomrtc_core::signaling::{Credentials, ErrorCode, MessageType};

use crate::client::{ClientCommand, ClientEvent};

/// The course of the echo contact, as pure state: it makes the accounts of this machine, logs in, and
/// accepts every call.
#[derive(Debug)]
pub(super) struct EchoScript {
    /// Accounts that are still to be made, the next first.
    to_make: VecDeque<Credentials>,
    own: Credentials,
    commands: VecDeque<ClientCommand>,
    /// What came of getting ready, until it is taken.
    outcome: Option<Result<(), String>>,
    is_ready: bool,
}

impl EchoScript {
    /// One that makes an account for `guest` and one of its own.
    pub(super) fn new(guest: Credentials, own: Credentials) -> EchoScript {
        EchoScript {
            to_make: [guest, own.clone()].into(),
            own,
            commands: VecDeque::new(),
            outcome: None,
            is_ready: false,
        }
    }

    /// The next thing to ask of the client.
    pub(super) fn poll_command(&mut self) -> Option<ClientCommand> {
        self.commands.pop_front()
    }

    /// Whether it is ready, or why it cannot be: says so once.
    pub(super) fn take_outcome(&mut self) -> Option<Result<(), String>> {
        self.outcome.take()
    }

    /// The client tells something.
    pub(super) fn hear(&mut self, event: &ClientEvent) {
        match event {
            ClientEvent::ServerConnected if !self.is_ready => self.make_next(),
            ClientEvent::Registered => self.made(),
            // Made by an earlier start.
            ClientEvent::Refused {
                request: Some(MessageType::Register),
                code: ErrorCode::UserNameTaken,
                ..
            } => self.made(),
            ClientEvent::LoggedIn { .. } | ClientEvent::Resumed { .. } => self.ready(),
            ClientEvent::SessionLost => self.signal(Command::Login(self.own.clone())),
            ClientEvent::IncomingCall { .. } => self.signal(Command::Accept),
            ClientEvent::Refused { text, .. } => self.fail(text),
            ClientEvent::ServerLost { closure, retry: None } => self.fail(&closure.to_string()),
            ClientEvent::Ended => self.fail("its client has ended"),
            _ => {}
        }
    }

    fn made(&mut self) {
        self.to_make.pop_front();
        self.make_next();
    }

    fn make_next(&mut self) {
        let next = self.to_make.front().cloned();
        let own = || Command::Login(self.own.clone());
        self.signal(next.map_or_else(own, Command::Register));
    }

    fn ready(&mut self) {
        if !std::mem::replace(&mut self.is_ready, true) {
            self.outcome = Some(Ok(()));
        }
    }

    /// Once it was ready, a call that goes wrong is no reason to give up.
    fn fail(&mut self, why: &str) {
        if !self.is_ready {
            self.outcome.get_or_insert(Err(why.to_owned()));
        }
    }

    fn signal(&mut self, command: Command) {
        self.commands.push_back(ClientCommand::Signal(command));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn heard(script: &mut EchoScript, event: ClientEvent) -> Vec<String> {
        script.hear(&event);
        let commands = std::iter::from_fn(|| script.poll_command());
        commands.map(|command| format!("{command:?}")).collect()
    }

    fn refusal(code: ErrorCode) -> ClientEvent {
        let request = Some(MessageType::Register);
        ClientEvent::Refused { request, code, text: "The server's sentence.".into() }
    }

    #[test]
    fn it_makes_the_accounts_logs_in_and_accepts_every_call() {
        let credentials = |name: &str| Credentials::new(name, "a password");
        let mut script = EchoScript::new(credentials("me"), credentials("echo"));
        let made = heard(&mut script, ClientEvent::ServerConnected);
        assert!(made[0].contains("Register") && made[0].contains("me"), "{made:?}");
        let made = heard(&mut script, ClientEvent::Registered);
        assert!(made[0].contains("Register") && made[0].contains("echo"), "{made:?}");
        let login = heard(&mut script, refusal(ErrorCode::UserNameTaken));
        assert!(login[0].contains("Login") && login[0].contains("echo"), "{login:?}");
        assert_eq!(script.take_outcome(), None);
        heard(&mut script, ClientEvent::LoggedIn { user: "echo".into() });
        assert_eq!((script.take_outcome(), script.take_outcome()), (Some(Ok(())), None));
        for _ in 0..2 {
            let event = ClientEvent::IncomingCall { user: "me".into(), name: None };
            assert_eq!(heard(&mut script, event), ["Signal(Accept)"]);
        }
        assert_eq!(heard(&mut script, refusal(ErrorCode::WrongCredentials)), [""; 0]);
        assert_eq!(script.take_outcome(), None);
    }

    #[test]
    fn what_stands_in_its_way_is_told_once() {
        let credentials = Credentials::new("x", "a password");
        let mut script = EchoScript::new(credentials.clone(), credentials);
        heard(&mut script, refusal(ErrorCode::WrongCredentials));
        heard(&mut script, ClientEvent::Ended);
        assert_eq!(script.take_outcome(), Some(Err("The server's sentence.".into())));
    }
}
