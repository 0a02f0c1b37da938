//! Why TLS cannot go on.

/// Why TLS cannot go on with a server.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum TlsFault {
    /// What came is no TLS.
    #[error("the other side does not speak TLS")]
    NotTls,
    /// The server has said no.
    #[error("the other side refuses the TLS connection")]
    Refused,
    /// The server does not follow the protocol, or shares no algorithm or version with us.
    #[error("TLS could not be agreed on with the other side")]
    Broken,
}
