//! One UDP socket.

use std::net::SocketAddr;
use std::{fmt, io};

use mio::net::UdpSocket;
use mio::{Interest, Registry, Token};
use quinn_udp::UdpSocketState;
use socket2::{Domain, Protocol, Socket, Type};

use super::backlog::Backlog;

/// Room for about a second of video in each direction, as far as the system grants it.
const SOCKET_BUFFER: usize = 1024 * 1024;

/// A UDP socket bound to one address of one interface, and what it is ready for.
pub(crate) struct UdpEndpoint {
    pub(super) socket: UdpSocket,
    pub(super) state: UdpSocketState,
    pub(super) local: SocketAddr,
    pub(super) is_readable: bool,
    pub(super) backlog: Backlog,
    token: Token,
    interest: Interest,
}

impl UdpEndpoint {
    /// Binds a socket; port 0 lets the system choose one.
    pub(crate) fn bind(address: SocketAddr, token: Token) -> io::Result<UdpEndpoint> {
        let domain = Domain::for_address(address);
        let socket = Socket::new(domain, Type::DGRAM, Some(Protocol::UDP))?;
        if address.is_ipv6() {
            socket.set_only_v6(true)?;
        }
        // The system's own size does where it grants no more.
        let _ = socket.set_recv_buffer_size(SOCKET_BUFFER);
        let _ = socket.set_send_buffer_size(SOCKET_BUFFER);
        socket.set_nonblocking(true)?;
        socket.bind(&address.into())?;
        let socket = UdpSocket::from_std(socket.into());
        UdpEndpoint::around(socket, token)
    }

    fn around(socket: UdpSocket, token: Token) -> io::Result<UdpEndpoint> {
        let state = UdpSocketState::new((&socket).into())?;
        // Without it ICMP errors stay unseen, and nothing else is lost.
        let _ = state.enable_transport_errors((&socket).into());
        let local = socket.local_addr()?;
        let backlog = Backlog::default();
        let interest = Interest::READABLE;
        Ok(UdpEndpoint { socket, state, local, is_readable: true, backlog, token, interest })
    }

    /// The address it is bound to.
    pub(crate) fn local(&self) -> SocketAddr {
        self.local
    }

    /// Whether datagrams may be waiting to be read.
    pub(crate) fn is_readable(&self) -> bool {
        self.is_readable
    }

    /// The socket has datagrams to read, or an error to report.
    pub(crate) fn note_readable(&mut self) {
        self.is_readable = true;
    }

    /// Whether something waits for room in its buffer.
    pub(crate) fn is_blocked(&self) -> bool {
        !self.backlog.is_empty()
    }

    pub(crate) fn register(&mut self, registry: &Registry) -> io::Result<()> {
        registry.register(&mut self.socket, self.token, self.interest)
    }

    pub(crate) fn deregister(&mut self, registry: &Registry) {
        // A socket that is about to be closed leaves the poll in any case.
        let _ = registry.deregister(&mut self.socket);
    }

    /// Asks to be woken for room to write only while something waits for it: otherwise each
    /// datagram that leaves the buffer would wake the loop.
    pub(crate) fn update_interest(&mut self, registry: &Registry) -> io::Result<()> {
        let wanted = if self.backlog.is_empty() {
            Interest::READABLE
        } else {
            Interest::READABLE | Interest::WRITABLE
        };
        if wanted != self.interest {
            registry.reregister(&mut self.socket, self.token, wanted)?;
            self.interest = wanted;
        }
        Ok(())
    }
}

impl fmt::Debug for UdpEndpoint {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("UdpEndpoint").field("local", &self.local).finish_non_exhaustive()
    }
}
