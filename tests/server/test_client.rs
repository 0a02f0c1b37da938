//! A client with a socket.

use std::io::{Read, Write};
use std::net::{SocketAddr, TcpStream};
use std::time::Duration;

use roomrtc_core::base::Time;
use roomrtc_core::signaling::client::{Client, Command, Event};
use roomrtc_core::signaling::{Credentials, ErrorCode};

/// A client that waits for what the server says.
pub(super) struct TestClient {
    pub(super) stream: TcpStream,
    pub(super) client: Client,
}

impl TestClient {
    /// Long enough for any machine: only a test that fails waits for it.
    const PATIENCE: Duration = Duration::from_secs(60);

    pub(super) fn connect(address: SocketAddr) -> TestClient {
        let stream = TcpStream::connect(address).expect("connected");
        stream.set_read_timeout(Some(TestClient::PATIENCE)).expect("set");
        let mut client = Client::new();
        client.handle_connected(Time::ZERO);
        TestClient { stream, client }
    }

    /// A client that has registered and logged in as `user`.
    pub(super) fn register(address: SocketAddr, user: &str) -> TestClient {
        let mut client = TestClient::connect(address);
        client.command(Command::Register(Credentials::new(user, "correct horse")));
        client.log_in(user);
        client
    }

    pub(super) fn log_in(&mut self, user: &str) {
        self.command(Command::Login(Credentials::new(user, "correct horse")));
        self.wait_for(|event| matches!(event, Event::LoggedIn { .. }));
    }

    pub(super) fn command(&mut self, command: Command) {
        self.client.command(command).expect("the command makes sense");
        self.flush();
    }

    pub(super) fn invite(&mut self, user: &str) {
        self.command(Command::Invite { user: user.into() });
    }

    /// The next event that is `wanted`; the others are thrown away.
    pub(super) fn wait_for(&mut self, wanted: impl Fn(&Event) -> bool) -> Event {
        loop {
            while let Some(event) = self.client.poll_event() {
                if wanted(&event) {
                    return event;
                }
            }
            assert!(self.client.is_connected(), "the connection was closed");
            self.read();
        }
    }

    /// The code of the next refusal.
    pub(super) fn refusal(&mut self) -> ErrorCode {
        match self.wait_for(|event| matches!(event, Event::Refused { .. })) {
            Event::Refused { code, .. } => code,
            other => panic!("{other:?}"),
        }
    }

    /// Calls `callee`, who accepts.
    pub(super) fn call(&mut self, callee: &mut TestClient) {
        let user = callee.client.user().expect("logged in").to_owned();
        self.invite(&user);
        callee.wait_for(|event| matches!(event, Event::IncomingCall { .. }));
        callee.command(Command::Accept);
        for party in [self, callee] {
            party.wait_for(|event| matches!(event, Event::CallAccepted { .. }));
        }
    }

    fn read(&mut self) {
        let mut buffer = [0; 16 * 1024];
        match self.stream.read(&mut buffer).expect("something in time") {
            0 => self.client.handle_disconnected(),
            count => self.client.handle_bytes(Time::ZERO, &buffer[..count]),
        }
        self.flush();
    }

    fn flush(&mut self) {
        let mut bytes = Vec::new();
        if self.client.poll_transmit(&mut bytes) && self.client.is_connected() {
            self.stream.write_all(&bytes).expect("sent");
        }
    }
}
