//! Which of the server's addresses a connection came to.

/// What a listener is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) enum Door {
    /// Clients: frames, the page and WebSocket, over TLS or not.
    Clients,
    /// The operator: `GET /healthz` and `GET /metrics`, on loopback, without TLS.
    Operator,
}
