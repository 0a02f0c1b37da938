//! The server's end of WebSocket, RFC 6455, by `tungstenite`.
//!
//! [`WebSocket`] gathers a frame, refuses it by its announced length before it takes memory for it,
//! and has the library judge it: masking, fragments, control frames, UTF-8. The library's state is
//! kept only while a message is in fragments, so that a connection at rest costs almost nothing.
//!
//! Left out: extensions (compression among them), subprotocols, and binary messages, which are
//! refused.

mod in_memory_stream;
#[cfg(test)]
mod tests;
mod web_socket;
mod web_socket_event;

pub use web_socket::WebSocket;
pub use web_socket_event::WebSocketEvent;
