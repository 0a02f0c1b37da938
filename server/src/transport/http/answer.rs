//! What a request comes to.

use super::Response;

/// What becomes of a connection after its request.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Answer {
    /// It is answered and closed.
    Close(Response),
    /// It is answered and speaks WebSocket from there on.
    WebSocket(Response),
}
