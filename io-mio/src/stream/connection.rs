//! One TCP connection.

use std::io;
use std::net::SocketAddr;

use mio::net::TcpStream;
use mio::{Interest, Registry, Token};

use super::channel::Channel;
use super::{StreamClosure, StreamEvent, StreamId, StreamSecurity};

/// Most bytes read from a stream in one round, so that it does not starve the media.
const BYTES_PER_ROUND: usize = 64 * 1024;

/// A TCP connection, and what it is ready for.
#[derive(Debug)]
pub(crate) struct Connection {
    id: StreamId,
    socket: TcpStream,
    channel: Channel,
    is_connected: bool,
    is_readable: bool,
    is_closing: bool,
}

impl Connection {
    /// Begins to connect.
    pub(crate) fn open(
        id: StreamId,
        address: SocketAddr,
        security: StreamSecurity,
        registry: &Registry,
        token: Token,
    ) -> Result<Connection, StreamClosure> {
        let channel = Channel::new(address.ip(), security)?;
        let mut socket = TcpStream::connect(address).map_err(failed)?;
        let interests = Interest::READABLE | Interest::WRITABLE;
        registry.register(&mut socket, token, interests).map_err(failed)?;
        Ok(Connection {
            id,
            socket,
            channel,
            is_connected: false,
            is_readable: false,
            is_closing: false,
        })
    }

    /// Its name.
    pub(crate) fn id(&self) -> StreamId {
        self.id
    }

    /// Whether a round of reading is due.
    pub(crate) fn is_readable(&self) -> bool {
        self.is_connected && self.is_readable
    }

    /// Whether it waits for nothing but to be dropped.
    pub(crate) fn is_done(&self) -> bool {
        let is_ready = self.is_connected && self.channel.is_ready();
        self.is_closing && (self.channel.is_empty() || !is_ready)
    }

    /// Whether something has still to be sent.
    pub(crate) fn has_outgoing(&self) -> bool {
        !self.channel.is_empty()
    }

    /// The socket has bytes, an end or an error to read.
    pub(crate) fn note_readable(&mut self) {
        self.is_readable = true;
    }

    /// The socket takes bytes, or has been connected, or could not be: whether the stream just has been.
    /// One in TLS is so when its handshake is over.
    pub(crate) fn note_writable(&mut self) -> Result<bool, StreamClosure> {
        if self.is_connected {
            return self.flush().map(|()| false);
        }
        if let Some(error) = self.socket.take_error().map_err(failed)? {
            return Err(failed(error));
        }
        if self.socket.peer_addr().is_err() {
            return Ok(false);
        }
        // Small messages go out at once; where that is refused they are only slower.
        let _ = self.socket.set_nodelay(true);
        self.is_connected = true;
        self.flush().map(|()| self.channel.is_ready())
    }

    /// Sends bytes, or keeps them until there is room.
    pub(crate) fn send(&mut self, bytes: &[u8]) -> Result<(), StreamClosure> {
        if !self.channel.push(bytes) {
            return Err(StreamClosure::Stalled);
        }
        if self.is_connected { self.flush() } else { Ok(()) }
    }

    /// Closes it once everything has been sent.
    pub(crate) fn close(&mut self) {
        self.is_closing = true;
        self.channel.close();
        if self.is_connected {
            // One that breaks now is over anyway.
            let _ = self.flush();
        }
    }

    /// Reads what is there into `buffer` and hands it on, up to a bounded number of bytes.
    pub(crate) fn receive(
        &mut self,
        buffer: &mut [u8],
        mut deliver: impl FnMut(StreamId, StreamEvent<'_>),
    ) -> Result<(), StreamClosure> {
        let (id, is_closing) = (self.id, self.is_closing);
        let mut deliver = |event: StreamEvent<'_>| {
            if !is_closing {
                deliver(id, event);
            }
        };
        let mut total = 0;
        while total < BYTES_PER_ROUND {
            let read = self.channel.read_from(&mut self.socket, buffer, &mut deliver)?;
            let Some(count) = read else {
                self.is_readable = false;
                return Ok(());
            };
            total += count;
        }
        Ok(())
    }

    /// Whether the end of it is news to whoever asked for it.
    pub(crate) fn is_wanted(&self) -> bool {
        !self.is_closing
    }

    fn flush(&mut self) -> Result<(), StreamClosure> {
        self.channel.write_to(&mut self.socket).map_err(failed)
    }
}

fn failed(error: io::Error) -> StreamClosure {
    StreamClosure::Failed(error.kind())
}
