//! What a connection speaks, for those who count.

/// What a connection speaks, apart from TLS.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum TransportKind {
    /// It has not said anything yet.
    Unknown,
    /// Frames over TCP.
    Frames,
    /// One HTTP request.
    Http,
    /// Messages over WebSocket.
    WebSocket,
}
