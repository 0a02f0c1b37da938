//! What the network does to a datagram.

use std::time::Duration;

/// What happens to one datagram on its way.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Fate {
    /// It arrives after the path's delay.
    Arrive,
    /// It is lost.
    Lost,
    /// It arrives twice.
    Twice,
    /// It arrives later than the path's delay by this much, behind what was sent after it.
    Late(Duration),
}
