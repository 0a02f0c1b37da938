//! The program, running.

use std::io::{BufRead, BufReader};
use std::net::{SocketAddr, TcpStream};
use std::path::Path;
use std::process::{Child, Command, Output, Stdio};
use std::time::Duration;

use roomrtc_core::signaling::{Credentials, Message};

use crate::client::Client;

/// A running `roomrtc-server` on a free port; killed when this is dropped.
pub(crate) struct Program {
    child: Child,
    pub(crate) address: SocketAddr,
    /// What it says its certificate is known by.
    pub(crate) fingerprint: String,
}

impl Program {
    pub(crate) fn command(listen: &str, data: &Path) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_roomrtc-server"));
        command.args(["--listen", listen, "--data"]).arg(data);
        command
    }

    /// Runs with its accounts in `data` until it says where it listens.
    pub(crate) fn start(data: &Path) -> Program {
        Program::spawn(&mut Program::command("127.0.0.1:0", data))
    }

    pub(crate) fn spawn(command: &mut Command) -> Program {
        let mut child =
            command.stdout(Stdio::piped()).stderr(Stdio::null()).spawn().expect("the program runs");
        let output = child.stdout.as_mut().expect("a pipe");
        let mut lines = BufReader::new(output).lines().map(|line| line.expect("a line"));
        let mut said = |what: &str| {
            let line = lines.next().expect("another line");
            line.strip_prefix(what).unwrap_or_else(|| panic!("{line}")).to_owned()
        };
        let address = said("listening on ").parse().expect("an address");
        let fingerprint = said("certificate sha-256 ");
        Program { child, address, fingerprint }
    }

    /// SIGKILL: no time for a last word.
    pub(crate) fn kill(mut self) {
        self.child.kill().expect("killed");
        self.child.wait().expect("gone");
    }

    /// Sends it a signal of this name.
    pub(crate) fn signal(&self, name: &str) {
        let id = self.child.id().to_string();
        let sent = Command::new("kill").args([&format!("-{name}"), &id]).status();
        assert!(sent.expect("kill runs").success());
    }

    /// SIGTERM; gives back its exit code.
    pub(crate) fn terminate(mut self) -> Option<i32> {
        self.signal("TERM");
        self.child.wait().expect("gone").code()
    }

    /// A new connection.
    pub(crate) fn connect(&self) -> TcpStream {
        let stream = TcpStream::connect(self.address).expect("connected");
        stream.set_read_timeout(Some(Duration::from_secs(60))).expect("set");
        stream
    }

    /// What the server answers first to `request`.
    pub(crate) fn ask(&self, request: &Message) -> Message {
        let mut client = Client::connect(self.address).expect("connected");
        client.send(request).expect("sent");
        client.read().expect("an answer")
    }

    pub(crate) fn register(&self, user: &str) -> Message {
        self.ask(&Message::Register(Credentials::new(user, "correct horse")))
    }

    pub(crate) fn log_in(&self, user: &str) -> Message {
        self.ask(&Message::Login(Credentials::new(user, "correct horse")))
    }
}

impl Drop for Program {
    fn drop(&mut self) {
        // It may be gone already.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// Runs a program that is expected to end by itself.
pub(crate) fn run(command: &mut Command) -> Output {
    command.output().expect("the program runs")
}
