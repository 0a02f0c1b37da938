//! Bytes to and from a server.

use std::io::{self, ErrorKind, Read, Write};
use std::net::{IpAddr, SocketAddr};
use std::sync::Arc;

use mio::net::TcpStream;
use rustls::pki_types::ServerName;
use rustls::{ClientConfig, ClientConnection, StreamOwned};
use socket2::{Domain, Protocol, Socket, Type};

/// A connection, plain or over TLS.
#[derive(Debug)]
pub(super) enum Channel {
    /// TCP.
    Plain(TcpStream),
    /// TLS over TCP.
    Tls(Box<StreamOwned<ClientConnection, TcpStream>>),
}

impl Channel {
    pub(super) fn connect(
        source: IpAddr,
        address: SocketAddr,
        tls: Option<Arc<ClientConfig>>,
    ) -> io::Result<Channel> {
        let socket = connect(source, address)?;
        let Some(tls) = tls else {
            return Ok(Channel::Plain(socket));
        };
        let name = ServerName::IpAddress(address.ip().into());
        let session = ClientConnection::new(tls, name).map_err(io::Error::other)?;
        Ok(Channel::Tls(Box::new(StreamOwned::new(session, socket))))
    }

    pub(super) fn socket(&mut self) -> &mut TcpStream {
        match self {
            Channel::Plain(socket) => socket,
            Channel::Tls(stream) => &mut stream.sock,
        }
    }

    /// Whether there is nothing more after `count` bytes of the `most` that could have been read.
    pub(super) const fn is_drained(&self, count: usize, most: usize) -> bool {
        matches!(self, Channel::Plain(_)) && count < most
    }
}

/// A connection from `source` that may not stand yet.
pub(crate) fn connect(source: IpAddr, address: SocketAddr) -> io::Result<TcpStream> {
    let socket = Socket::new(Domain::for_address(address), Type::STREAM, Some(Protocol::TCP))?;
    socket.set_nonblocking(true)?;
    socket.set_tcp_nodelay(true)?;
    socket.bind(&SocketAddr::new(source, 0).into())?;
    match socket.connect(&address.into()) {
        Err(error) if !is_under_way(&error) => Err(error),
        _ => Ok(TcpStream::from_std(socket.into())),
    }
}

fn is_under_way(error: &io::Error) -> bool {
    let code = rustix::io::Errno::INPROGRESS.raw_os_error();
    error.kind() == ErrorKind::WouldBlock || error.raw_os_error() == Some(code)
}

impl Read for Channel {
    fn read(&mut self, output: &mut [u8]) -> io::Result<usize> {
        match self {
            Channel::Plain(socket) => socket.read(output),
            Channel::Tls(stream) => stream.read(output),
        }
    }
}

impl Write for Channel {
    fn write(&mut self, input: &[u8]) -> io::Result<usize> {
        match self {
            Channel::Plain(socket) => socket.write(input),
            Channel::Tls(stream) => stream.write(input),
        }
    }

    fn flush(&mut self) -> io::Result<()> {
        match self {
            Channel::Plain(socket) => socket.flush(),
            Channel::Tls(stream) => stream.flush(),
        }
    }
}
