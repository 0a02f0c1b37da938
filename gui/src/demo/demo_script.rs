//! The course of the demo.

use std::collections::VecDeque;
use std::time::Duration;

use roomrtc_core::base::Time;
use roomrtc_core::signaling::client::Command;
use roomrtc_core::signaling::{Credentials, UserState};

use crate::client::{CallEnd, ClientCommand, ClientEvent, ServerAddress};
use crate::program::{Script, Step};

/// The two clients, in the order in which they are started.
pub(super) const NAMES: [&str; 2] = ["alice", "bob"];
const ALICE: usize = 0;
const BOB: usize = 1;

/// How long connecting, and later coming back to the lobby, may take.
const PATIENCE: Duration = Duration::from_secs(30);

/// Alice and bob register, log in, see each other, call, talk for a while, and are back in the
/// lobby.
#[derive(Debug)]
pub struct DemoScript {
    server: ServerAddress,
    passwords: [String; 2],
    talk: Duration,
    steps: VecDeque<Step>,
    deadline: Option<Time>,
    /// What each client's user list says of the other.
    sees: [Option<UserState>; 2],
    is_invited: bool,
    is_connected: [bool; 2],
    is_hung_up: bool,
    is_over: [bool; 2],
}

impl DemoScript {
    /// A call that lasts for `talk` once both sides are connected.
    pub fn new(server: ServerAddress, passwords: [String; 2], talk: Duration) -> DemoScript {
        DemoScript {
            server,
            passwords,
            talk,
            steps: VecDeque::new(),
            deadline: None,
            sees: [None; 2],
            is_invited: false,
            is_connected: [false; 2],
            is_hung_up: false,
            is_over: [false; 2],
        }
    }

    fn command(&mut self, client: usize, command: ClientCommand) {
        self.steps.push_back(Step::Command { client, command });
    }

    fn signal(&mut self, client: usize, command: Command) {
        self.command(client, ClientCommand::Signal(command));
    }

    fn credentials(&self, client: usize) -> Credentials {
        Credentials::new(NAMES[client], self.passwords[client].as_str())
    }

    fn fail(&mut self, client: usize, text: &str) {
        self.steps.push_back(Step::Finish(Err(format!("{}: {text}", NAMES[client]))));
    }

    fn see(&mut self, client: usize, users: &[(String, UserState)]) {
        let other = NAMES[1 - client];
        self.sees[client] = users.iter().find(|(user, _)| user == other).map(|(_, state)| *state);
        if self.sees != [Some(UserState::Available); 2] {
            return;
        }
        if !self.is_invited {
            self.is_invited = true;
            self.signal(ALICE, Command::Invite { user: NAMES[BOB].into() });
        } else if self.is_over == [true; 2] {
            self.steps.push_back(Step::Say("both are back in the lobby".into()));
            self.steps.push_back(Step::Finish(Ok(())));
        }
    }

    /// Both ask the server anew: what they knew of each other may be from before the call.
    fn look_around(&mut self) {
        self.sees = [None; 2];
        for client in [ALICE, BOB] {
            self.signal(client, Command::ListUsers);
        }
    }

    fn connected(&mut self, now: Time, client: usize) {
        self.is_connected[client] = true;
        self.steps.push_back(Step::Say(format!("{} is connected", NAMES[client])));
        if self.is_connected == [true; 2] {
            self.deadline = Some(now + self.talk);
        }
    }

    fn say(&mut self, text: String) {
        self.steps.push_back(Step::Say(text));
    }

    fn hang_up(&mut self, now: Time) {
        self.is_hung_up = true;
        self.deadline = Some(now + PATIENCE);
        self.steps.push_back(Step::Say("alice hangs up".into()));
        self.command(ALICE, ClientCommand::HangUp);
    }
}

impl Script for DemoScript {
    fn begin(&mut self, now: Time) {
        self.deadline = Some(now + PATIENCE);
        for client in [ALICE, BOB] {
            self.command(client, ClientCommand::Connect(self.server));
        }
    }

    fn handle_event(&mut self, now: Time, client: usize, event: &ClientEvent) {
        match event {
            ClientEvent::ServerConnected => {
                self.signal(client, Command::Register(self.credentials(client)));
            }
            ClientEvent::Registered => {
                self.signal(client, Command::Login(self.credentials(client)));
            }
            ClientEvent::Users(users) => self.see(client, users),
            ClientEvent::IncomingCall { .. } => self.signal(client, Command::Accept),
            ClientEvent::Connected => self.connected(now, client),
            ClientEvent::VideoFault(text) => self.say(text.clone()),
            ClientEvent::SourceNotOpened(error) => self.say(error.to_string()),
            ClientEvent::SourceFailed(error) => self.say(error.to_string()),
            ClientEvent::Refused { text, .. }
            | ClientEvent::Impossible(text)
            | ClientEvent::DescriptionRefused(text)
            | ClientEvent::Dismissed { text, .. }
            | ClientEvent::ServerFault(text) => self.fail(client, text),
            ClientEvent::ServerLost { closure, .. } => {
                self.fail(client, &format!("the connection to the server is gone: {closure}"));
            }
            _ => {}
        }
    }

    fn handle_call_over(&mut self, _now: Time, client: usize, end: &CallEnd) {
        self.is_over[client] = true;
        if !self.is_hung_up || !end.is_regular() {
            self.fail(client, &end.to_string());
        } else if self.is_over == [true; 2] {
            self.look_around();
        }
    }

    /// Hangs up before the time; without a call there is nothing to wait for.
    fn interrupt(&mut self, now: Time) {
        if self.is_connected == [true; 2] && !self.is_hung_up {
            self.hang_up(now);
        } else {
            self.steps.push_back(Step::Finish(Err("interrupted".into())));
        }
    }

    fn deadline(&self) -> Option<Time> {
        self.deadline
    }

    fn handle_timeout(&mut self, now: Time) {
        if self.is_hung_up {
            let text = "the clients did not come back to the lobby";
            self.steps.push_back(Step::Finish(Err(text.into())));
        } else if self.is_connected == [true; 2] {
            self.hang_up(now);
        } else {
            let text = format!("no call after {} seconds", PATIENCE.as_secs());
            self.steps.push_back(Step::Finish(Err(text)));
        }
    }

    fn poll_step(&mut self) -> Option<Step> {
        self.steps.pop_front()
    }
}

#[cfg(test)]
mod tests {
    use std::net::SocketAddr;

    use roomrtc_io_mio::StreamSecurity;

    use super::*;

    fn script() -> DemoScript {
        let address = SocketAddr::from(([127, 0, 0, 1], 5_000));
        let server = ServerAddress { address, security: StreamSecurity::Plain };
        let passwords = ["password a".to_owned(), "password b".to_owned()];
        let mut script = DemoScript::new(server, passwords, Duration::from_secs(3));
        script.begin(Time::ZERO);
        script
    }

    fn users(name: &str, state: UserState) -> ClientEvent {
        ClientEvent::Users(vec![("carol".into(), UserState::Busy), (name.into(), state)])
    }

    fn steps(script: &mut DemoScript) -> Vec<String> {
        std::iter::from_fn(|| script.poll_step()).map(|step| format!("{step:?}")).collect()
    }

    /// Both are connected, and what led there has been taken.
    fn in_call() -> DemoScript {
        let mut script = script();
        script.handle_event(Time::ZERO, ALICE, &users("bob", UserState::Available));
        script.handle_event(Time::ZERO, BOB, &users("alice", UserState::Available));
        for client in [ALICE, BOB] {
            script.handle_event(Time::from_secs(1), client, &ClientEvent::Connected);
        }
        script.see(ALICE, &[("bob".into(), UserState::Busy)]);
        script.see(BOB, &[("alice".into(), UserState::Busy)]);
        steps(&mut script);
        script
    }

    #[test]
    fn alice_invites_once_both_see_each_other() {
        let mut script = script();
        steps(&mut script);
        script.handle_event(Time::ZERO, ALICE, &users("bob", UserState::Available));
        assert!(steps(&mut script).is_empty());
        script.handle_event(Time::ZERO, BOB, &users("alice", UserState::Available));
        script.handle_event(Time::ZERO, BOB, &users("alice", UserState::Available));
        let taken = steps(&mut script);
        assert_eq!(taken.len(), 1, "{taken:?}");
        assert!(taken[0].contains("client: 0") && taken[0].contains("Invite"), "{taken:?}");
    }

    #[test]
    fn it_succeeds_only_when_both_are_available_again() {
        let mut script = in_call();
        assert_eq!(script.deadline(), Some(Time::from_secs(4)));
        script.handle_timeout(Time::from_secs(4));
        assert!(steps(&mut script).iter().any(|step| step.contains("HangUp")));
        script.handle_call_over(Time::from_secs(4), ALICE, &CallEnd::Here);
        script.handle_event(Time::from_secs(4), ALICE, &users("bob", UserState::Available));
        script.handle_event(Time::from_secs(4), BOB, &users("alice", UserState::Available));
        script.handle_call_over(Time::from_secs(4), BOB, &CallEnd::There);
        let asked = steps(&mut script);
        assert!(asked.len() == 2 && asked.iter().all(|step| step.contains("ListUsers")));
        script.handle_event(Time::from_secs(4), ALICE, &users("bob", UserState::Available));
        script.handle_event(Time::from_secs(4), BOB, &users("alice", UserState::Busy));
        assert!(steps(&mut script).is_empty());
        script.handle_event(Time::from_secs(4), BOB, &users("alice", UserState::Available));
        assert!(steps(&mut script).contains(&"Finish(Ok(()))".to_owned()));
    }

    #[test]
    fn a_call_that_ends_by_itself_fails() {
        let mut script = in_call();
        script.handle_call_over(Time::from_secs(2), BOB, &CallEnd::Gone);
        let expected = r#"Finish(Err("bob: the other side no longer answers"))"#;
        assert_eq!(steps(&mut script), [expected]);
    }

    #[test]
    fn waiting_for_the_lobby_ends() {
        let mut script = in_call();
        script.interrupt(Time::from_secs(2));
        script.handle_timeout(Time::from_secs(2) + PATIENCE);
        let last = steps(&mut script).pop().expect("an end");
        assert!(last.contains("did not come back"), "{last}");
    }
}
