//! Where a packet came to.

use super::LossCause;

/// What became of a packet in a segment.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Delivery {
    /// It goes into the pipe of this index, to a host.
    Pipe(usize),
    /// It came to a STUN server.
    StunServer(usize),
    /// It is gone.
    Lost(LossCause),
}
