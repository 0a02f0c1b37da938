//! A listening socket.

use std::io;
use std::net::SocketAddr;

use mio::net::{TcpListener, TcpStream};
use mio::{Interest, Registry, Token};
use roomrtc_core::base::Time;

use super::BindError;

/// A listening socket, and whether it may have a connection.
#[derive(Debug)]
pub(super) struct Listener {
    socket: TcpListener,
    pub(super) local_addr: SocketAddr,
    /// Whether accepting may give a connection. Events come only when that changes.
    pub(super) is_acceptable: bool,
    /// When to try again after the system had no room for another connection.
    pub(super) again_at: Option<Time>,
}

impl Listener {
    pub(super) fn bind(
        registry: &Registry,
        token: Token,
        address: SocketAddr,
    ) -> Result<Listener, BindError> {
        let wrap = |source| BindError::listen(address, source);
        let mut socket = TcpListener::bind(address).map_err(wrap)?;
        let local_addr = socket.local_addr().map_err(wrap)?;
        registry.register(&mut socket, token, Interest::READABLE).map_err(wrap)?;
        Ok(Listener { socket, local_addr, is_acceptable: true, again_at: None })
    }

    /// The next connection, if there is one now.
    pub(super) fn accept(&mut self) -> io::Result<Option<(TcpStream, SocketAddr)>> {
        match self.socket.accept() {
            Ok(accepted) => Ok(Some(accepted)),
            Err(error) if error.kind() == io::ErrorKind::WouldBlock => {
                self.is_acceptable = false;
                Ok(None)
            }
            Err(error) => Err(error),
        }
    }

    /// Whether there may be a connection that can be taken now.
    pub(super) const fn is_due(&self) -> bool {
        self.is_acceptable && self.again_at.is_none()
    }
}
