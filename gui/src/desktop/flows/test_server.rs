//! The real hub.

use std::collections::BTreeMap;
use std::net::{IpAddr, Ipv4Addr};

use roomrtc_core::base::Time;
use roomrtc_core::signaling::encode;
use roomrtc_io_mio::CertificateFingerprint;
use roomrtc_server::hub::{ConnectionId, Effect, Hub, HubConfig, Input};

use super::{ServerLink, TestAccounts};

/// The real hub behind connections in memory.
#[derive(Debug)]
pub(crate) struct TestServer {
    /// What it shows of itself.
    pub(crate) certificate: CertificateFingerprint,
    hub: Hub,
    accounts: TestAccounts,
    links: BTreeMap<ConnectionId, ServerLink>,
    opened: u64,
    is_up: bool,
    /// Connections that were closed from this side.
    closed: Vec<ConnectionId>,
}

impl TestServer {
    pub(crate) fn new() -> TestServer {
        TestServer {
            certificate: CertificateFingerprint::of(b"the server"),
            hub: Hub::new(HubConfig::default(), []),
            accounts: TestAccounts::default(),
            links: BTreeMap::new(),
            opened: 0,
            is_up: true,
            closed: Vec::new(),
        }
    }

    /// An account is there from the beginning.
    pub(crate) fn add_account(&mut self, user: &str, password: &str) {
        self.accounts.add(user, password);
        self.hub = Hub::new(HubConfig::default(), self.accounts.names());
    }

    /// Every login is over.
    pub(crate) fn end_sessions(&mut self) {
        self.accounts.end_sessions();
    }

    /// The server is killed, and every connection breaks.
    pub(crate) fn stop(&mut self) {
        self.is_up = false;
        self.closed.extend(std::mem::take(&mut self.links).into_keys());
    }

    /// Another takes its place, with the same accounts.
    pub(crate) fn start(&mut self) {
        self.hub = Hub::new(HubConfig::default(), self.accounts.names());
        self.is_up = true;
    }

    pub(super) fn open(&mut self, now: Time) -> Option<ConnectionId> {
        if !self.is_up {
            return None;
        }
        self.opened += 1;
        let connection = ConnectionId(self.opened);
        self.links.insert(connection, ServerLink::default());
        let address = IpAddr::V4(Ipv4Addr::LOCALHOST);
        self.handle(now, Input::Opened { connection, address });
        Some(connection)
    }

    pub(super) fn close(&mut self, now: Time, connection: ConnectionId) {
        if self.links.remove(&connection).is_some() {
            self.handle(now, Input::Closed(connection));
        }
    }

    pub(super) fn receive(&mut self, now: Time, connection: ConnectionId, bytes: &[u8]) {
        if let Some(link) = self.links.get_mut(&connection) {
            link.unread.extend_from_slice(bytes);
        }
        self.read(now, connection);
    }

    pub(super) fn tick(&mut self, now: Time) {
        if self.is_up {
            self.handle(now, Input::Tick);
        }
    }

    pub(super) fn deadline(&self) -> Option<Time> {
        self.hub.deadline().filter(|_| self.is_up).map(|deadline| deadline.at)
    }

    /// The connections that were closed since this was asked last.
    pub(super) fn take_closed(&mut self) -> Vec<ConnectionId> {
        std::mem::take(&mut self.closed)
    }

    /// The bytes that wait for some connection.
    pub(super) fn poll_transmit(&mut self, now: Time) -> Option<(ConnectionId, Vec<u8>)> {
        while let Some(connection) = self.hub.poll_ready().filter(|_| self.is_up) {
            let mut bytes = Vec::new();
            while let Some(message) = self.hub.poll_message(now, connection) {
                encode(&message, &mut bytes).expect("a message of the hub fits a frame");
            }
            if !bytes.is_empty() && self.links.contains_key(&connection) {
                return Some((connection, bytes));
            }
        }
        None
    }

    fn read(&mut self, now: Time, connection: ConnectionId) {
        while self.hub.takes_messages(connection) {
            let Some(link) = self.links.get_mut(&connection) else {
                return;
            };
            let mut input = &link.unread[..];
            let message = link.decoder.decode(&mut input).expect("a client's message");
            let taken = link.unread.len() - input.len();
            link.unread.drain(..taken);
            match message {
                Some(message) => self.handle(now, Input::Message { connection, message }),
                None => return,
            }
        }
    }

    fn handle(&mut self, now: Time, input: Input) {
        self.hub.handle(now, input);
        while let Some(effect) = self.hub.poll_effect() {
            match effect {
                Effect::Account { operation, request, .. } => {
                    let outcome = self.accounts.perform(request);
                    self.hub.handle(now, Input::AccountDone { operation, outcome });
                }
                Effect::Close { connection, .. } => {
                    self.links.remove(&connection);
                    self.closed.push(connection);
                    self.hub.handle(now, Input::Closed(connection));
                }
            }
        }
    }
}
