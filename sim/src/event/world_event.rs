//! What can happen.

use roomrtc_core::session::CandidateInit;
use roomrtc_server::hub::ConnectionId;

use crate::link::Ticket;
use crate::network::Packet;

/// Something that is going to happen in the world.
#[derive(Clone, Debug)]
pub enum WorldEvent {
    /// A pipe wants to be resumed.
    Resume {
        /// The pipe.
        pipe: usize,
        /// With what.
        ticket: Ticket,
    },
    /// A packet comes out of a pipe.
    Arrive {
        /// The pipe.
        pipe: usize,
        /// The packet.
        packet: Packet,
    },
    /// Bytes of a client reach the signalling server.
    ToServer {
        /// On which connection.
        connection: ConnectionId,
        /// The bytes.
        bytes: Vec<u8>,
    },
    /// Bytes of the signalling server reach a client.
    ToClient {
        /// The client's index.
        client: usize,
        /// On which connection.
        connection: ConnectionId,
        /// The bytes.
        bytes: Vec<u8>,
    },
    /// A client's connection to the signalling server stands.
    Connected {
        /// The client's index.
        client: usize,
        /// The connection.
        connection: ConnectionId,
    },
    /// A client sees that its connection is gone.
    Disconnected {
        /// The client's index.
        client: usize,
        /// The connection.
        connection: ConnectionId,
    },
    /// The server sees that a connection is gone.
    ConnectionLost {
        /// The connection.
        connection: ConnectionId,
    },
    /// A client hands a candidate to its signalling that it held back.
    Candidate {
        /// The client's index.
        client: usize,
        /// The candidate.
        candidate: CandidateInit,
    },
    /// The scenario's happening of this index begins.
    Happening(usize),
    /// The scenario's happening of this index ends.
    HappeningEnds(usize),
}
