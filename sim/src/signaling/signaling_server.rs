//! The server.

use std::collections::BTreeMap;
use std::net::{IpAddr, Ipv4Addr};

use roomrtc_core::base::Time;
use roomrtc_core::signaling::encode;
use roomrtc_server::hub::{ConnectionId, Effect, Hub, HubConfig, Input};

use super::{AccountStore, ServerLink};

/// The real hub, behind connections that the world carries.
#[derive(Clone, Debug)]
pub struct SignalingServer<A> {
    hub: Hub,
    links: BTreeMap<ConnectionId, ServerLink>,
    accounts: A,
    is_up: bool,
    closed: Vec<ConnectionId>,
}

impl<A: AccountStore> SignalingServer<A> {
    /// A server with the accounts given.
    pub fn new(accounts: A) -> SignalingServer<A> {
        SignalingServer {
            hub: Hub::new(HubConfig::default(), accounts.names()),
            links: BTreeMap::new(),
            accounts,
            is_up: true,
            closed: Vec::new(),
        }
    }

    /// Whether it runs.
    pub const fn is_up(&self) -> bool {
        self.is_up
    }

    /// The accounts. Names that are added are known to the hub from the next start on.
    pub const fn accounts_mut(&mut self) -> &mut A {
        &mut self.accounts
    }

    /// A client connects; says whether there was anybody to take it.
    pub fn open(&mut self, now: Time, connection: ConnectionId) -> bool {
        if self.is_up {
            self.links.insert(connection, ServerLink::default());
            self.hub.handle(
                now,
                Input::Opened { connection, address: IpAddr::V4(Ipv4Addr::UNSPECIFIED) },
            );
            self.perform(now);
        }
        self.is_up
    }

    /// A connection is gone.
    pub fn close(&mut self, now: Time, connection: ConnectionId) {
        if self.links.remove(&connection).is_some() {
            self.hub.handle(now, Input::Closed(connection));
            self.perform(now);
        }
    }

    /// Bytes of a client arrive.
    pub fn receive(&mut self, now: Time, connection: ConnectionId, bytes: &[u8]) {
        if let Some(link) = self.links.get_mut(&connection) {
            link.unread.extend_from_slice(bytes);
        }
        self.read(now, connection);
    }

    /// Time passes.
    pub fn tick(&mut self, now: Time) {
        if self.is_up {
            self.hub.handle(now, Input::Tick);
            self.perform(now);
        }
    }

    /// When it wants to be called again.
    pub fn deadline(&self) -> Option<Time> {
        self.hub.deadline().filter(|_| self.is_up).map(|deadline| deadline.at)
    }

    /// The server is killed: connections and calls are gone, accounts are not. The connections that
    /// broke with it are given back.
    pub fn stop(&mut self) -> Vec<ConnectionId> {
        self.is_up = false;
        std::mem::take(&mut self.links).into_keys().collect()
    }

    /// The server is there again.
    pub fn start(&mut self) {
        self.hub = Hub::new(HubConfig::default(), self.accounts.names());
        self.is_up = true;
    }

    /// Connections that the server has closed since the last call.
    pub fn take_closed(&mut self) -> Vec<ConnectionId> {
        std::mem::take(&mut self.closed)
    }

    /// The bytes that wait for some connection.
    pub fn poll_transmit(&mut self, now: Time) -> Option<(ConnectionId, Vec<u8>)> {
        loop {
            let connection = self.hub.poll_ready()?;
            let mut bytes = Vec::new();
            while let Some(message) = self.hub.poll_message(now, connection) {
                // The hub caps what it relays below what a frame can hold.
                let _fits = encode(&message, &mut bytes);
            }
            if !bytes.is_empty() && self.links.contains_key(&connection) {
                return Some((connection, bytes));
            }
        }
    }

    fn read(&mut self, now: Time, connection: ConnectionId) {
        while self.hub.takes_messages(connection) {
            let Some(link) = self.links.get_mut(&connection) else {
                return;
            };
            link.decoder.set_limit(self.hub.max_body(connection));
            let mut input = &link.unread[..];
            let decoded = link.decoder.decode(&mut input);
            let taken = link.unread.len() - input.len();
            link.unread.drain(..taken);
            let input = match decoded {
                Ok(Some(message)) => Input::Message { connection, message },
                Ok(None) => return,
                Err(error) => Input::Unreadable { connection, error },
            };
            self.hub.handle(now, input);
            self.perform(now);
        }
    }

    fn perform(&mut self, now: Time) {
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
