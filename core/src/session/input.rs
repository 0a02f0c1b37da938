//! What goes into a peer.

use super::{Command, Datagram};

/// One input of a peer. Any input may come at any time, in any order.
#[derive(Clone, Debug)]
pub enum Input<'a> {
    /// A datagram that a socket received. It never causes an error.
    Datagram(Datagram<'a>),
    /// Something the application wants.
    Command(Command<'a>),
    /// Nothing but the passing of time.
    Tick,
}
