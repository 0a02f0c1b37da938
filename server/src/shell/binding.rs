//! Setting up a server.

use std::collections::BTreeMap;
use std::net::SocketAddr;
use std::sync::Arc;
use std::sync::atomic::AtomicBool;
use std::time::{SystemTime, UNIX_EPOCH};

use mio::{Poll, Registry, Waker};

use super::admissions::Admissions;
use super::agenda::Agenda;
use super::certificate_files::CertificateFiles;
use super::clock::Clock;
use super::health::Health;
use super::listener::Listener;
use super::metrics::Metrics;
use super::stun_responder::StunResponder;
use super::workers::WorkerPool;
use super::{BindError, Door, Server, ServerConfig, ServerHandle, StoreLocation};
use crate::accounts::{Accounts, DataDirectory, PasswordHasher, SqliteStore};
use crate::hub::{Hub, HubConfig};
use crate::transport::http::Site;
use crate::transport::tls::TlsSettings;

/// How often another port is tried where any will do, but one for both TCP and UDP.
const PORT_ATTEMPTS: usize = 16;

impl Server {
    /// A server that listens. It serves nobody before [`Server::run`].
    ///
    /// # Errors
    /// [`BindError`], in a sentence that an operator can act on.
    pub fn bind(config: ServerConfig) -> Result<Server, BindError> {
        let (directory, accounts) = open_accounts(&config)?;
        let epoch = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
        let hub = Hub::new(HubConfig { epoch, ..config.hub.clone() }, accounts.names()?);
        let (certificate, files) = CertificateFiles::open(&config.certificate, &config.store)?;
        let tls = TlsSettings::new(certificate)?;
        let poll = Poll::new().map_err(BindError::EventLoop)?;
        let waker = Waker::new(poll.registry(), Server::WAKER).map_err(BindError::EventLoop)?;
        let waker = Arc::new(waker);
        let (listeners, stun) = listen(poll.registry(), &config)?;
        let max_waiting = config.max_waiting_operations;
        let workers = WorkerPool::start(&accounts, config.workers, max_waiting, &waker)
            .map_err(BindError::EventLoop)?;
        let stopping = Arc::new(AtomicBool::new(false));
        let has_changes = Arc::new(AtomicBool::new(false));
        let handle = ServerHandle { stopping, has_changes, waker, tls, certificate: files };
        let mut server = Server::with(config, handle, poll, hub, workers);
        if let Some(clients) = listeners.get(&Door::Clients) {
            server.local_addr = clients.local_addr;
        }
        server.listeners = listeners;
        server.stun = stun;
        server.directory = directory;
        server.hang_bell();
        Ok(server)
    }

    fn with(
        config: ServerConfig,
        handle: ServerHandle,
        poll: Poll,
        hub: Hub,
        workers: WorkerPool,
    ) -> Server {
        Server {
            poll,
            listeners: BTreeMap::new(),
            local_addr: config.listen,
            stun: None,
            tls: handle.tls.clone(),
            site: Site { origins: config.origins.clone() },
            handle,
            clock: Clock::start(),
            hub,
            workers,
            metrics: Metrics::new(),
            health: Health::default(),
            links: BTreeMap::new(),
            next_connection: Server::FIRST_CONNECTION,
            admissions: Admissions::default(),
            agenda: Agenda::default(),
            draining_until: None,
            buffer: vec![0; Server::READ_AT_ONCE],
            config,
            directory: None,
        }
    }
}

fn open_accounts(
    config: &ServerConfig,
) -> Result<(Option<DataDirectory>, Arc<Accounts>), BindError> {
    let (directory, store) = match &config.store {
        StoreLocation::Memory => (None, SqliteStore::in_memory()?),
        StoreLocation::Directory(path) => {
            let directory = DataDirectory::open(path)?;
            let store = SqliteStore::open(&directory.accounts())?;
            (Some(directory), store)
        }
    };
    let hasher = PasswordHasher::new(config.password_cost)?;
    Ok((directory, Arc::new(Accounts::new(Box::new(store), hasher, config.lifetimes)?)))
}

/// The listeners by door, and what answers STUN.
type Doors = (BTreeMap<Door, Listener>, Option<StunResponder>);

fn listen(registry: &Registry, config: &ServerConfig) -> Result<Doors, BindError> {
    let (clients, stun) = listen_to_clients(registry, config)?;
    let mut listeners = BTreeMap::from([(Door::Clients, clients)]);
    if let Some(address) = config.metrics {
        if !address.ip().is_loopback() {
            return Err(BindError::MetricsNotLoopback(address));
        }
        let operator = Listener::bind(registry, Server::OPERATOR, address)?;
        listeners.insert(Door::Operator, operator);
    }
    Ok((listeners, stun))
}

fn listen_to_clients(
    registry: &Registry,
    config: &ServerConfig,
) -> Result<(Listener, Option<StunResponder>), BindError> {
    let attempts = if config.listen.port() == 0 { PORT_ATTEMPTS } else { 1 };
    for attempt in 1..=attempts {
        let clients = Listener::bind(registry, Server::CLIENTS, config.listen)?;
        if !config.stun {
            return Ok((clients, None));
        }
        let address = SocketAddr::new(config.listen.ip(), clients.local_addr.port());
        match StunResponder::bind(registry, Server::STUN, address) {
            Ok(stun) => return Ok((clients, Some(stun))),
            Err(error) if attempt == attempts => return Err(BindError::listen(address, error)),
            Err(_) => {}
        }
    }
    Err(BindError::PortInUse(config.listen))
}
