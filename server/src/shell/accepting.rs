//! Accepting connections.

use std::io;
use std::net::SocketAddr;
use std::time::Duration;

use mio::net::TcpStream;
use mio::{Interest, Token};
use socket2::{SockRef, TcpKeepalive};

use super::Server;
use super::link::Link;
use crate::hub::{ConnectionId, Input};

impl Server {
    /// Most connections accepted in a turn of the loop.
    const ACCEPT_AT_ONCE: usize = 64;

    /// How long to wait when the system has no room for another connection.
    const ACCEPT_PAUSE: Duration = Duration::from_millis(100);

    pub(super) fn accept(&mut self) {
        if self.accept_again_at.is_some_and(|at| at > self.clock.now()) {
            return;
        }
        self.accept_again_at = None;
        for _ in 0..Server::ACCEPT_AT_ONCE {
            if !self.acceptable {
                return;
            }
            match self.listener.accept() {
                Ok((socket, address)) => self.open(socket, address),
                Err(error) if error.kind() == io::ErrorKind::WouldBlock => self.acceptable = false,
                Err(error) if is_of_one_connection(&error) => {}
                Err(error) => {
                    // Out of descriptors or memory: those who wait are accepted when there is room.
                    tracing::warn!(%error, "cannot accept a connection now");
                    self.accept_again_at = Some(self.clock.now() + Server::ACCEPT_PAUSE);
                    return;
                }
            }
        }
    }

    fn open(&mut self, mut socket: TcpStream, address: SocketAddr) {
        let id = ConnectionId(self.next_connection);
        self.next_connection += 1;
        let both = Interest::READABLE | Interest::WRITABLE;
        let registered = self.poll.registry().register(&mut socket, token(id), both);
        if let Err(error) = registered.and_then(|()| prepare(&socket)) {
            return tracing::warn!(%error, %address, "a connection was not taken");
        }
        tracing::debug!(connection = id.0, %address, "a connection was opened");
        self.links.insert(id, Link::new(socket, address));
        self.active.insert(id);
        self.hub.handle(self.clock.now(), Input::Opened { connection: id, address: address.ip() });
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
