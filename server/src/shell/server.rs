//! The server.

use std::collections::BTreeMap;
use std::net::SocketAddr;

use mio::{Poll, Token};
use roomrtc_core::base::Time;
use tracing_appender::non_blocking::ErrorCounter;

use super::admissions::Admissions;
use super::agenda::Agenda;
use super::clock::Clock;
use super::health::Health;
use super::link::Link;
use super::listener::Listener;
use super::metrics::Metrics;
use super::stun_responder::StunResponder;
use super::workers::WorkerPool;
use super::{Door, ServerConfig, ServerHandle};
use crate::accounts::DataDirectory;
use crate::hub::{ConnectionId, Hub};
use crate::transport::http::Site;
use crate::transport::tls::{Fingerprint, TlsSettings};

/// A signalling server: the hub, and the loop that connects it with the world.
#[derive(Debug)]
pub struct Server {
    pub(super) config: ServerConfig,
    pub(super) poll: Poll,
    pub(super) listeners: BTreeMap<Door, Listener>,
    pub(super) local_addr: SocketAddr,
    /// Answers STUN requests, unless that is not wanted or the server is being stopped.
    pub(super) stun: Option<StunResponder>,
    pub(super) tls: TlsSettings,
    pub(super) site: Site,
    pub(super) handle: ServerHandle,
    pub(super) clock: Clock,
    pub(super) hub: Hub,
    pub(super) workers: WorkerPool,
    pub(super) metrics: Metrics,
    pub(super) health: Health,
    pub(super) links: BTreeMap<ConnectionId, Box<Link>>,
    pub(super) next_connection: u64,
    pub(super) admissions: Admissions,
    pub(super) agenda: Agenda,
    /// The server is being stopped: by when, whatever is still under way.
    pub(super) draining_until: Option<Time>,
    /// What is read from a socket passes through here.
    pub(super) buffer: Vec<u8>,
    /// The directory is locked as long as the server exists.
    pub(super) directory: Option<DataDirectory>,
}

impl Server {
    pub(super) const CLIENTS: Token = Token(0);
    pub(super) const WAKER: Token = Token(1);
    pub(super) const OPERATOR: Token = Token(2);
    pub(super) const STUN: Token = Token(3);
    pub(super) const CHANGES: Token = Token(4);
    /// Tokens of connections begin here; a few are left for what else may wake the loop.
    pub(super) const FIRST_CONNECTION: u64 = 8;

    /// The address it listens on.
    pub const fn local_addr(&self) -> SocketAddr {
        self.local_addr
    }

    /// The address at which it tells how it is, if it does.
    pub fn metrics_addr(&self) -> Option<SocketAddr> {
        self.listeners.get(&Door::Operator).map(|listener| listener.local_addr)
    }

    /// Whether it takes connections without TLS.
    pub fn takes_plain(&self) -> bool {
        self.config.allow_plain || self.config.listen.ip().is_loopback()
    }

    /// Tells the operator what `losses` counts: lines of the log that were dropped.
    pub fn watch_log(&mut self, losses: ErrorCounter) {
        self.metrics.watch_log(losses);
    }

    /// What its certificate is known by.
    pub fn fingerprint(&self) -> Fingerprint {
        self.tls.fingerprint()
    }

    /// What reaches it from another thread.
    pub fn handle(&self) -> ServerHandle {
        self.handle.clone()
    }
}
