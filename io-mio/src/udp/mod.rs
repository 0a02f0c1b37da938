//! UDP sockets: batches out with GSO, batches in with GRO and `recvmmsg`, errors survived.

mod backlog;
mod pending_transmit;
mod receive;
mod receive_buffers;
mod send;
mod send_failure;
mod udp_endpoint;
mod udp_sockets;

pub(crate) use receive_buffers::ReceiveBuffers;
pub(crate) use udp_endpoint::UdpEndpoint;
pub(crate) use udp_sockets::{MOST_SOCKETS, UdpSockets};
