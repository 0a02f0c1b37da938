//! Which side of the handshake an endpoint is.

/// The side that an endpoint takes, RFC 5763 section 5 (`a=setup`).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Role {
    /// Sends the first ClientHello: `a=setup:active`.
    Client,
    /// Waits for it: `a=setup:passive`.
    Server,
}
