//! A hub, and a shell that does at once what it wants.

use std::net::Ipv4Addr;
use std::time::Duration;

use roomrtc_core::base::Time;
use roomrtc_core::signaling::{
    CallNumber, Credentials, ErrorCode, Message, PROTOCOL_VERSION, Token,
};
use roomrtc_server::hub::{
    AccountOutcome, AccountRequest, CloseReason, ConnectionId, Effect, Hub, HubConfig, Input,
    OperationId,
};
use roomrtc_sim::signaling::{AccountStore, MemoryAccounts};

/// The first call that a hub makes as long as no time has passed.
pub(super) const CALL: CallNumber = CallNumber(1);

/// A hub whose accounts are in memory with their passwords as they are.
#[derive(Clone)]
pub(super) struct HubHarness {
    pub(super) hub: Hub,
    config: HubConfig,
    pub(super) now: Time,
    pub(super) accounts: MemoryAccounts,
    /// Operations that are left undone while `holds` is set.
    pub(super) held: Vec<(OperationId, AccountRequest)>,
    pub(super) holds: bool,
    /// Operations that are done while nobody was told.
    pub(super) finished: Vec<(OperationId, AccountOutcome)>,
    /// What the hub had closed.
    pub(super) closed: Vec<(ConnectionId, CloseReason)>,
    connections: u64,
}

impl HubHarness {
    pub(super) fn new() -> HubHarness {
        HubHarness::with(HubHarness::config())
    }

    /// A hub that knows so many users from its beginning, `user0` and so on.
    pub(super) fn with_users(users: usize) -> HubHarness {
        let mut harness = HubHarness::new();
        for user in 0..users {
            harness.accounts.add(&format!("user{user}"), "correct horse");
        }
        harness.hub = Hub::new(harness.config.clone(), harness.accounts.names());
        harness
    }

    /// Settings under which nobody has to give signs of life.
    pub(super) fn config() -> HubConfig {
        HubConfig { heartbeat: Duration::from_secs(1_000_000), ..HubConfig::default() }
    }

    pub(super) fn with(config: HubConfig) -> HubHarness {
        HubHarness {
            hub: Hub::new(config.clone(), []),
            config,
            now: Time::ZERO,
            accounts: MemoryAccounts::default(),
            held: Vec::new(),
            holds: false,
            finished: Vec::new(),
            closed: Vec::new(),
            connections: 0,
        }
    }

    /// A connection that has said nothing yet.
    pub(super) fn open(&mut self, address: Ipv4Addr) -> ConnectionId {
        self.connections += 1;
        let connection = ConnectionId(self.connections);
        self.handle(Input::Opened { connection, address: address.into() });
        connection
    }

    /// A connection that has greeted.
    pub(super) fn connect(&mut self) -> ConnectionId {
        self.connect_from(Ipv4Addr::LOCALHOST)
    }

    pub(super) fn connect_from(&mut self, address: Ipv4Addr) -> ConnectionId {
        let connection = self.open(address);
        let hello = Message::Hello { version: PROTOCOL_VERSION, program: None };
        let answer = self.ask(connection, hello);
        assert!(matches!(answer[..], [Message::Welcome { .. }]), "{answer:?}");
        connection
    }

    pub(super) fn send(&mut self, connection: ConnectionId, message: Message) {
        self.handle(Input::Message { connection, message });
    }

    /// Sends, and gives back everything that this connection was sent.
    pub(super) fn ask(&mut self, connection: ConnectionId, message: Message) -> Vec<Message> {
        self.send(connection, message);
        self.received(connection)
    }

    pub(super) fn handle(&mut self, input: Input) {
        self.hub.handle(self.now, input);
        self.perform();
    }

    pub(super) fn advance(&mut self, duration: Duration) {
        self.now += duration;
        self.handle(Input::Tick);
    }

    /// What waits for a connection, presence included.
    pub(super) fn received(&mut self, connection: ConnectionId) -> Vec<Message> {
        std::iter::from_fn(|| self.hub.poll_message(self.now, connection)).collect()
    }

    /// A new connection on which this user is logged in; the account is made if there is none.
    pub(super) fn log_in(&mut self, user: &str) -> ConnectionId {
        let connection = self.connect();
        let credentials = Credentials::new(user, "correct horse");
        if !self.accounts.has(user) {
            self.send(connection, Message::Register(credentials.clone()));
        }
        self.send(connection, Message::Login(credentials));
        assert_eq!(self.hub.user_of(connection).map(|name| &**name), Some(user));
        self.received(connection);
        connection
    }

    /// Logs in with a session's token on a new connection; what that was sent.
    pub(super) fn resume(&mut self, token: Token) -> (ConnectionId, Vec<Message>) {
        let connection = self.connect();
        let answer = self.ask(connection, Message::Resume { token });
        (connection, answer)
    }

    /// The hub begins anew with what was stored, a moment later. Operations under way are lost.
    pub(super) fn restart(&mut self) {
        self.now += Duration::from_millis(1);
        self.hub = Hub::new(self.config.clone(), self.accounts.names());
        self.held.clear();
        self.finished.clear();
        self.closed.clear();
    }

    /// Does the operations that were held.
    pub(super) fn release(&mut self) {
        for (operation, request) in std::mem::take(&mut self.held) {
            let outcome = self.accounts.perform(request);
            self.hub.handle(self.now, Input::AccountDone { operation, outcome });
        }
        self.perform();
    }

    /// Does these operations, of which the hub is not told yet.
    pub(super) fn perform_held(
        &mut self,
        held: Vec<(OperationId, AccountRequest)>,
    ) -> Vec<(OperationId, AccountOutcome)> {
        held.into_iter().map(|(id, request)| (id, self.accounts.perform(request))).collect()
    }

    /// Does every operation that is held, and tells of all that are done, until there is none.
    pub(super) fn finish_all(&mut self) {
        while !self.held.is_empty() || !self.finished.is_empty() {
            for (operation, outcome) in std::mem::take(&mut self.finished) {
                self.handle(Input::AccountDone { operation, outcome });
            }
            self.release();
        }
    }

    fn perform(&mut self) {
        while let Some(effect) = self.hub.poll_effect() {
            match effect {
                Effect::Account { operation, request, .. } if self.holds => {
                    self.held.push((operation, request));
                }
                Effect::Account { operation, request, .. } => {
                    let outcome = self.accounts.perform(request);
                    self.hub.handle(self.now, Input::AccountDone { operation, outcome });
                }
                Effect::Close { connection, reason } => self.closed.push((connection, reason)),
            }
        }
    }
}

/// The codes of the errors among these messages.
pub(super) fn codes(messages: &[Message]) -> Vec<ErrorCode> {
    let code = |message: &Message| match message {
        Message::Error(error) => Some(error.code),
        _ => None,
    };
    messages.iter().filter_map(code).collect()
}
