//! What a WebSocket gave.

use tungstenite::Utf8Bytes;
use tungstenite::protocol::frame::coding::CloseCode;

/// One thing that a peer did on a WebSocket.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum WebSocketEvent {
    /// A whole text message.
    Text(Utf8Bytes),
    /// The peer has closed it, and that was answered.
    Closed,
    /// The peer has broken the protocol or a bound; this is the code to close with.
    Broken(CloseCode),
}
