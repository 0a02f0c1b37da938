//! A hub, and a shell that does at once what it wants.

use std::collections::BTreeMap;
use std::net::Ipv4Addr;
use std::time::Duration;

use roomrtc_core::base::Time;
use roomrtc_core::signaling::{Credentials, ErrorCode, Message, Token};
use roomrtc_server::hub::{
    AccountOutcome, AccountRequest, CloseReason, ConnectionId, Effect, Hub, HubConfig, Input,
    OperationId, SessionGrant, SessionId,
};

/// A hub whose accounts are in memory with their passwords as they are.
#[derive(Clone)]
pub(super) struct HubHarness {
    pub(super) hub: Hub,
    pub(super) now: Time,
    pub(super) accounts: BTreeMap<String, String>,
    /// Operations that are left undone while `holds` is set.
    pub(super) held: Vec<(OperationId, AccountRequest)>,
    pub(super) holds: bool,
    /// What the hub had closed.
    pub(super) closed: Vec<(ConnectionId, CloseReason)>,
    connections: u64,
    sessions: u64,
}

impl HubHarness {
    pub(super) fn new() -> HubHarness {
        HubHarness::with(HubConfig::default())
    }

    pub(super) fn with(config: HubConfig) -> HubHarness {
        HubHarness {
            hub: Hub::new(config, []),
            now: Time::ZERO,
            accounts: BTreeMap::new(),
            held: Vec::new(),
            holds: false,
            closed: Vec::new(),
            connections: 0,
            sessions: 0,
        }
    }

    pub(super) fn connect(&mut self) -> ConnectionId {
        self.connections += 1;
        let id = ConnectionId(self.connections);
        self.handle(Input::Opened { connection: id, address: Ipv4Addr::LOCALHOST.into() });
        id
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
        if !self.accounts.contains_key(user) {
            self.send(connection, Message::Register(credentials.clone()));
        }
        self.send(connection, Message::Login(credentials));
        assert_eq!(self.hub.user_of(connection).map(|name| &**name), Some(user));
        self.received(connection);
        connection
    }

    /// Does the operations that were held.
    pub(super) fn release(&mut self) {
        for (operation, request) in std::mem::take(&mut self.held) {
            let outcome = self.outcome(request);
            self.hub.handle(self.now, Input::AccountDone { operation, outcome });
        }
        self.perform();
    }

    fn perform(&mut self) {
        while let Some(effect) = self.hub.poll_effect() {
            match effect {
                Effect::Account { operation, request, .. } if self.holds => {
                    self.held.push((operation, request));
                }
                Effect::Account { operation, request, .. } => {
                    let outcome = self.outcome(request);
                    self.hub.handle(self.now, Input::AccountDone { operation, outcome });
                }
                Effect::Close { connection, reason } => self.closed.push((connection, reason)),
            }
        }
    }

    fn outcome(&mut self, request: AccountRequest) -> AccountOutcome {
        match request {
            AccountRequest::Create(Credentials { user, .. })
                if self.accounts.contains_key(&user) =>
            {
                AccountOutcome::NameTaken
            }
            AccountRequest::Create(Credentials { user, password }) => {
                self.accounts.insert(user, password.reveal().to_owned());
                AccountOutcome::Done
            }
            AccountRequest::LogIn(Credentials { user, password }) => {
                match self.accounts.get(&user).is_some_and(|known| known == password.reveal()) {
                    true => {
                        AccountOutcome::LoggedIn { user, grant: self.grant(), missed: Vec::new() }
                    }
                    false => AccountOutcome::WrongCredentials,
                }
            }
            _ => AccountOutcome::Done,
        }
    }

    fn grant(&mut self) -> SessionGrant {
        self.sessions += 1;
        let token = Token::new(format!("token-{}", self.sessions)).expect("a token");
        let session = SessionId(self.sessions);
        SessionGrant { session, token, lifetime: Duration::from_secs(60) }
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
