//! What a test asks of its endpoint.

use std::net::SocketAddr;

use roomrtc_core::base::Time;
use roomrtc_io_mio::StreamId;

/// What a test asks of its endpoint.
#[derive(Debug)]
pub(super) enum TestCommand {
    /// Send these bytes, in segments of this size.
    Send { to: SocketAddr, bytes: Vec<u8>, segment_size: Option<usize> },
    /// Want to be called at this time.
    SetDeadline(Time),
    /// Connect a stream.
    Connect(StreamId, SocketAddr),
    /// Send bytes on a stream.
    Write(StreamId, Vec<u8>),
    /// Close a stream.
    Close(StreamId),
    /// End the loop.
    Finish,
}
