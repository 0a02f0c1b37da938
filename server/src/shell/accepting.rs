//! Accepting connections.

use std::io;
use std::net::SocketAddr;
use std::time::Duration;

use mio::net::TcpStream;
use mio::{Interest, Token};
use socket2::{SockRef, TcpKeepalive};

use super::link::Link;
use super::{Door, Server};
use crate::hub::ConnectionId;

impl Server {
    /// Most connections accepted at a door in a turn of the loop.
    const ACCEPT_AT_ONCE: usize = 64;

    /// How long to wait when the system has no room for another connection.
    const ACCEPT_PAUSE: Duration = Duration::from_millis(100);

    pub(super) fn accept_all(&mut self) {
        for door in [Door::Clients, Door::Operator] {
            self.accept(door);
        }
    }

    fn accept(&mut self, door: Door) {
        let now = self.clock.now();
        for _ in 0..Server::ACCEPT_AT_ONCE {
            let Some(listener) = self.listeners.get_mut(&door) else {
                return;
            };
            if !listener.is_acceptable || listener.again_at.is_some_and(|at| at > now) {
                return;
            }
            listener.again_at = None;
            match listener.accept() {
                Ok(None) => return,
                Ok(Some((socket, address))) => self.open(socket, address, door),
                Err(error) if is_of_one_connection(&error) => {}
                Err(error) => return self.make_room(door, &error),
            }
        }
    }

    /// Out of descriptors or memory: whoever has taken longest to say what it wants makes room, and
    /// those who wait are accepted when there is some.
    fn make_room(&mut self, door: Door, error: &io::Error) {
        tracing::warn!(%error, "cannot accept a connection now");
        let oldest = self.agenda.openings.first().map(|(_, id)| *id);
        let again_at = self.clock.now() + Server::ACCEPT_PAUSE;
        if let Some(listener) = self.listeners.get_mut(&door) {
            listener.again_at = Some(again_at);
        }
        if let Some(id) = oldest {
            self.metrics.turned_away("no-room");
            self.drop_link(id);
        }
    }

    fn open(&mut self, mut socket: TcpStream, address: SocketAddr, door: Door) {
        let address = SocketAddr::new(address.ip().to_canonical(), address.port());
        if !self.admit(address, door) {
            return;
        }
        let id = ConnectionId(self.next_connection);
        self.next_connection += 1;
        // What is urgent is none of the protocol, but has to be known of: see `Link::reads_to_the_end`.
        let all = Interest::READABLE | Interest::WRITABLE | Interest::PRIORITY;
        let registered = self.poll.registry().register(&mut socket, token(id), all);
        if let Err(error) = registered.and_then(|()| prepare(&socket)) {
            self.admissions.remove(door, address.ip());
            return tracing::warn!(%error, %address, "a connection was not taken");
        }
        tracing::debug!(connection = id.0, %address, "a connection was opened");
        let takes_plain = door == Door::Operator || self.takes_plain();
        let mut link = Box::new(Link::new(socket, address, door, takes_plain));
        let until = self.clock.now() + self.config.opening_timeout;
        link.opening_until = Some(until);
        self.links.insert(id, link);
        self.agenda.openings.insert((until, id));
        self.agenda.active.insert(id);
        self.limit_openings();
    }

    /// Whether there is room for another connection, which then counts.
    fn admit(&mut self, address: SocketAddr, door: Door) -> bool {
        if door == Door::Clients && self.links.len() >= self.config.max_connections {
            self.metrics.turned_away("too-many-connections");
            return false;
        }
        let most = self.config.max_connections_per_address;
        let is_admitted = self.admissions.admit(door, address.ip(), most);
        if !is_admitted {
            self.metrics.turned_away("too-many-of-address");
            tracing::debug!(%address, "a connection more than its address may have");
        }
        is_admitted
    }

    /// Whoever has taken longest to say what it wants makes room for one more.
    fn limit_openings(&mut self) {
        let oldest = self.agenda.openings.first().map(|(_, id)| *id);
        if let Some(id) = oldest.filter(|_| self.agenda.openings.len() > self.config.max_openings) {
            self.metrics.turned_away("too-many-openings");
            self.drop_link(id);
        }
    }
}

/// Connections are numbered from where tokens of connections begin.
fn token(id: ConnectionId) -> Token {
    Token(id.0 as usize)
}

/// What the system says of the connection that was waiting, not of the listener.
fn is_of_one_connection(error: &io::Error) -> bool {
    matches!(
        error.kind(),
        io::ErrorKind::ConnectionAborted
            | io::ErrorKind::ConnectionReset
            | io::ErrorKind::Interrupted
            | io::ErrorKind::PermissionDenied
    )
}

/// Small messages go out at once, and a peer that vanished is noticed within about a minute.
fn prepare(socket: &TcpStream) -> io::Result<()> {
    socket.set_nodelay(true)?;
    let keepalive = TcpKeepalive::new()
        .with_time(Duration::from_secs(30))
        .with_interval(Duration::from_secs(10))
        .with_retries(3);
    let socket = SockRef::from(socket);
    socket.set_tcp_keepalive(&keepalive)?;
    socket.set_tcp_user_timeout(Some(Duration::from_secs(60)))
}
