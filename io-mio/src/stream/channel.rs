//! What stands between a stream's bytes and its socket.

use std::io::{self, ErrorKind, Read, Write};
use std::net::IpAddr;

use super::outgoing::Outgoing;
use super::tls_channel::TlsChannel;
use super::{StreamClosure, StreamEvent, StreamSecurity, TlsFault};

/// What stands between a stream's bytes and its socket, in both directions.
#[derive(Debug)]
pub(super) enum Channel {
    /// Nothing but what still waits for room.
    Plain(Outgoing),
    /// TLS.
    Tls(Box<TlsChannel>),
}

impl Channel {
    pub(super) fn new(server: IpAddr, security: StreamSecurity) -> Result<Channel, StreamClosure> {
        match security {
            StreamSecurity::Plain => Ok(Channel::Plain(Outgoing::default())),
            StreamSecurity::Tls { pin } => TlsChannel::new(server, pin)
                .map(|channel| Channel::Tls(Box::new(channel)))
                .map_err(|_| TlsFault::Broken.into()),
        }
    }

    /// Whether bytes may pass once the socket is connected.
    pub(super) fn is_ready(&self) -> bool {
        match self {
            Channel::Plain(_) => true,
            Channel::Tls(channel) => channel.is_ready(),
        }
    }

    /// Whether everything has been written.
    pub(super) fn is_empty(&self) -> bool {
        match self {
            Channel::Plain(outgoing) => outgoing.is_empty(),
            Channel::Tls(channel) => channel.is_empty(),
        }
    }

    /// Appends bytes; `false` if there is no room for them.
    pub(super) fn push(&mut self, bytes: &[u8]) -> bool {
        match self {
            Channel::Plain(outgoing) => outgoing.push(bytes),
            Channel::Tls(channel) => channel.push(bytes),
        }
    }

    /// Appends what says that nothing more comes, where there is such a thing.
    pub(super) fn close(&mut self) {
        if let Channel::Tls(channel) = self {
            channel.close();
        }
    }

    /// Writes as much as is taken now.
    pub(super) fn write_to(&mut self, output: &mut impl Write) -> io::Result<()> {
        match self {
            Channel::Plain(outgoing) => outgoing.write_to(output),
            Channel::Tls(channel) => channel.write_to(output),
        }
    }

    /// Reads once, and hands on what that gives: how many bytes of the socket it was, `None` if there
    /// are none now.
    pub(super) fn read_from<S: Read + Write>(
        &mut self,
        socket: &mut S,
        buffer: &mut [u8],
        deliver: &mut dyn FnMut(StreamEvent<'_>),
    ) -> Result<Option<usize>, StreamClosure> {
        if let Channel::Tls(channel) = self {
            return channel.read_from(socket, buffer, deliver);
        }
        match socket.read(buffer) {
            Ok(0) => Err(StreamClosure::Remote),
            Ok(count) => {
                deliver(StreamEvent::Received(&buffer[..count]));
                Ok(Some(count))
            }
            Err(error) if error.kind() == ErrorKind::Interrupted => Ok(Some(0)),
            Err(error) if error.kind() == ErrorKind::WouldBlock => Ok(None),
            Err(error) => Err(StreamClosure::Failed(error.kind())),
        }
    }
}
