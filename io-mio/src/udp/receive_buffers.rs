//! Where datagrams are received into.

use std::io::{self, IoSliceMut};
use std::{array, fmt};

use mio::net::UdpSocket;
use quinn_udp::{BATCH_SIZE, RecvMeta, UdpSocketState};

/// One buffer holds as much as the kernel coalesces (GRO): the largest IP packet.
const BUFFER_SIZE: usize = 64 * 1024;

/// The buffers of one batch, shared by all sockets of a loop.
///
/// They are asked for as zeroed memory, so a page costs nothing until a datagram reaches it.
pub(crate) struct ReceiveBuffers {
    bytes: Vec<u8>,
    meta: [RecvMeta; BATCH_SIZE],
}

impl ReceiveBuffers {
    pub(crate) fn new() -> ReceiveBuffers {
        let bytes = vec![0; BUFFER_SIZE * BATCH_SIZE];
        ReceiveBuffers { bytes, meta: [RecvMeta::default(); BATCH_SIZE] }
    }

    /// Receives a batch: how many buffers were filled.
    pub(super) fn fill(&mut self, socket: &UdpSocket, state: &UdpSocketState) -> io::Result<usize> {
        let mut parts = self.bytes.chunks_mut(BUFFER_SIZE);
        let mut slices: [IoSliceMut<'_>; BATCH_SIZE] =
            array::from_fn(|_| IoSliceMut::new(parts.next().unwrap_or_default()));
        state.recv(socket.into(), &mut slices, &mut self.meta)
    }

    /// The first `count` buffers, each with what is known of it.
    pub(super) fn filled(&self, count: usize) -> impl Iterator<Item = (&RecvMeta, &[u8])> {
        let parts = self.bytes.chunks(BUFFER_SIZE);
        self.meta.iter().zip(parts).take(count).map(|(meta, part)| {
            let length = meta.len.min(part.len());
            (meta, &part[..length])
        })
    }
}

impl fmt::Debug for ReceiveBuffers {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("ReceiveBuffers(..)")
    }
}
