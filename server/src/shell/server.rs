//! The server.

use std::collections::{BTreeMap, BTreeSet};
use std::io;
use std::net::SocketAddr;
use std::sync::Arc;
use std::sync::atomic::AtomicBool;
use std::time::Duration;

use mio::event::Event;
use mio::net::TcpListener;
use mio::{Events, Interest, Poll, Token, Waker};
use roomrtc_core::base::Time;

use super::clock::Clock;
use super::link::Link;
use super::worker_pool::WorkerPool;
use super::{BindError, ServerConfig, ServerHandle, StoreLocation};
use crate::accounts::{Accounts, DataDirectory, PasswordHasher, SqliteStore};
use crate::hub::{ConnectionId, Hub, Input};

/// A signalling server: the hub, and the loop that connects it with the world.
#[derive(Debug)]
pub struct Server {
    pub(super) poll: Poll,
    pub(super) listener: TcpListener,
    local_addr: SocketAddr,
    handle: ServerHandle,
    pub(super) clock: Clock,
    pub(super) hub: Hub,
    pub(super) workers: WorkerPool,
    pub(super) links: BTreeMap<ConnectionId, Link>,
    pub(super) next_connection: u64,
    /// Connections from which something may be read.
    pub(super) active: BTreeSet<ConnectionId>,
    /// Connections from which nothing is read until an operation on the accounts is done.
    pub(super) paused: BTreeSet<ConnectionId>,
    /// Connections that only wait for their peer to read the rest, by when they are dropped.
    pub(super) lingering: BTreeSet<(Time, ConnectionId)>,
    /// Whether accepting may give a connection. Events come only when that changes.
    pub(super) acceptable: bool,
    /// When to try again after the system had no room for another connection.
    pub(super) accept_again_at: Option<Time>,
    /// What is read from a socket passes through here.
    pub(super) buffer: Vec<u8>,
    /// The directory is locked as long as the server exists.
    _directory: Option<DataDirectory>,
}

pub(super) const LISTENER: Token = Token(0);
const WAKER: Token = Token(1);
/// Tokens of connections begin here.
pub(super) const FIRST_CONNECTION: u64 = 2;

impl Server {
    /// A server that listens. It serves nobody before [`Server::run`].
    ///
    /// # Errors
    /// [`BindError`], in a sentence that an operator can act on.
    pub fn bind(config: ServerConfig) -> Result<Server, BindError> {
        let (directory, accounts) = open_accounts(&config)?;
        let hub = Hub::new(config.hub, accounts.names()?);
        let poll = Poll::new().map_err(BindError::EventLoop)?;
        let waker = Waker::new(poll.registry(), WAKER).map_err(BindError::EventLoop)?;
        let waker = Arc::new(waker);
        let (listener, local_addr) = listen(&poll, config.listen)?;
        let max_waiting = config.max_waiting_operations;
        let workers = WorkerPool::start(&accounts, config.workers, max_waiting, &waker)
            .map_err(BindError::EventLoop)?;
        Ok(Server {
            poll,
            listener,
            local_addr,
            handle: ServerHandle { stopping: Arc::new(AtomicBool::new(false)), waker },
            clock: Clock::start(),
            hub,
            workers,
            links: BTreeMap::new(),
            next_connection: FIRST_CONNECTION,
            active: BTreeSet::new(),
            paused: BTreeSet::new(),
            lingering: BTreeSet::new(),
            acceptable: true,
            accept_again_at: None,
            buffer: vec![0; Server::READ_AT_ONCE],
            _directory: directory,
        })
    }

    /// The address it listens on.
    pub const fn local_addr(&self) -> SocketAddr {
        self.local_addr
    }

    /// What stops it from another thread.
    pub fn handle(&self) -> ServerHandle {
        self.handle.clone()
    }

    /// Serves until it is stopped. Operations on the accounts that are under way are finished and
    /// answered before it returns.
    ///
    /// # Errors
    /// What the system says if waiting for sockets fails.
    pub fn run(&mut self) -> io::Result<()> {
        let mut events = Events::with_capacity(1024);
        while !self.handle.is_stopping() {
            match self.poll.poll(&mut events, self.timeout()) {
                Err(error) if error.kind() == io::ErrorKind::Interrupted => continue,
                other => other?,
            }
            for event in &events {
                self.note(event);
            }
            self.turn();
        }
        self.workers.finish();
        self.turn();
        self.drop_all_links();
        Ok(())
    }

    /// Everything that can be done without waiting.
    fn turn(&mut self) {
        self.accept();
        self.complete_operations();
        self.read_active();
        self.hub.handle(self.clock.now(), Input::Tick);
        self.serve_hub();
        self.drop_lingering();
    }

    fn note(&mut self, event: &Event) {
        let token = event.token();
        if token == LISTENER {
            self.acceptable = true;
        }
        let id = ConnectionId(token.0 as u64);
        let Some(link) = self.links.get_mut(&id) else {
            return;
        };
        if event.is_readable() || event.is_read_closed() || event.is_error() {
            link.readable = true;
            self.active.insert(id);
        }
        if event.is_writable() {
            link.set_writable();
            self.write(id);
        }
    }

    /// How long nothing has to be done if nothing happens.
    fn timeout(&self) -> Option<Duration> {
        let may_accept = self.acceptable && self.accept_again_at.is_none();
        if may_accept || !self.active.is_empty() {
            return Some(Duration::ZERO);
        }
        let hub = self.hub.deadline().map(|deadline| deadline.at);
        let lingering = self.lingering.first().map(|(at, _)| *at);
        let next = [hub, lingering, self.accept_again_at].into_iter().flatten().min();
        next.map(|at| self.clock.until(at))
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

fn listen(poll: &Poll, address: SocketAddr) -> Result<(TcpListener, SocketAddr), BindError> {
    let wrap = |source| BindError::listen(address, source);
    let mut listener = TcpListener::bind(address).map_err(wrap)?;
    let local_addr = listener.local_addr().map_err(wrap)?;
    poll.registry().register(&mut listener, LISTENER, Interest::READABLE).map_err(wrap)?;
    Ok((listener, local_addr))
}
