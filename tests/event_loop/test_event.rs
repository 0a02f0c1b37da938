//! What a test sees of its endpoint.

use std::net::SocketAddr;

use roomrtc_io_mio::{CertificateFingerprint, LocalAddress, StreamClosure, StreamId};

/// What a test sees of its endpoint.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum TestEvent {
    Address(LocalAddress),
    Datagram { from: SocketAddr, ecn: u8, bytes: Vec<u8> },
    Timeout,
    Certificate(StreamId, CertificateFingerprint),
    Connected(StreamId),
    Received(StreamId, Vec<u8>),
    Closed(StreamId, StreamClosure),
}
