//! Where a message goes.

use std::net::{IpAddr, SocketAddr};

/// Where a message of multicast DNS goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Way {
    /// To the groups of every link.
    EveryLink,
    /// To the groups of the link on which this local address is.
    LinkOf(IpAddr),
    /// Back to one who asked, over the socket it came to.
    Back {
        /// The number of the socket.
        socket: usize,
        /// Who asked.
        to: SocketAddr,
    },
}
