//! What to do with streams.

use std::net::SocketAddr;

use super::{StreamId, StreamSecurity};

/// What a [`crate::Driven`] asks of its streams.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StreamAction {
    /// Connect to a server. `StreamEvent::Connected` or `StreamEvent::Closed` follows.
    Connect {
        /// The new stream's name; a stream that has it already is cut off without notice.
        stream: StreamId,
        /// The server.
        address: SocketAddr,
        /// How it is protected.
        security: StreamSecurity,
    },
    /// Send the bytes appended to the output. Those for a stream that is not there are dropped.
    Send {
        /// To which.
        stream: StreamId,
    },
    /// Send what is left and close. No event follows.
    Close {
        /// Which.
        stream: StreamId,
    },
}
