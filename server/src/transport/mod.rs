//! From the bytes of a connection to messages and requests, and back. No socket, clock or file.
//!
//! A [`Transport`] is a stack of small layers, each of which takes bytes and gives bytes:
//!
//! ```text
//!                      ┌ frames ──────────┐
//! bytes ─┬─ TLS ─┬─ by the first byte     ├─ messages
//!        └───────┘     └ HTTP ─ WebSocket ┘
//!                           └ requests for the page
//! ```
//!
//! One port serves all of them. The first byte says which it is ([`Opening`]), and inside TLS the
//! first byte says it again.
//!
//! - [`tls`]: TLS 1.2 (RFC 5246) and 1.3 (RFC 8446), by `rustls`.
//! - [`http`]: HTTP/1.1 requests without a body (RFC 9112), by `httparse`.
//! - [`websocket`]: the server's end of WebSocket (RFC 6455), by `tungstenite`.
//! - [`stun`]: Binding requests over UDP (RFC 8489), beside all that.
//! - Frames are [`roomrtc_core::signaling`]'s.
//!
//! A connection at rest holds no buffer: each layer keeps what has arrived of an unfinished record,
//! head, frame or body, and nothing else. What a length announces is refused before memory is taken
//! for it.
//!
//! Left out: HTTP/2, requests with a body, more than one request a connection, compression, client
//! certificates, and early data.

pub mod http;
pub mod stun;
pub mod tls;
pub mod websocket;

mod address_block;
mod arrival;
mod opening;
mod protocol;
#[cfg(test)]
mod tests;
#[expect(clippy::module_inception, reason = "a transport is the concept and the type")]
mod transport;
mod transport_error;
mod transport_kind;

pub use address_block::AddressBlock;
pub use arrival::Arrival;
pub use opening::Opening;
pub use transport::Transport;
pub use transport_error::TransportError;
pub use transport_kind::TransportKind;
