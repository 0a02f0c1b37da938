//! TCP streams to servers: bytes in and out, within bounds, plain or in TLS.
//!
//! In TLS a server is known by its certificate alone, by the one that is pinned; see
//! [`StreamSecurity`]. Left out: authorities and names in certificates, certificates of ours, and
//! resuming a session of TLS.

mod certificate_check;
mod certificate_fingerprint;
mod channel;
mod connection;
#[cfg(test)]
mod memory_socket;
mod outgoing;
mod stream_action;
mod stream_closure;
mod stream_event;
mod stream_id;
mod stream_security;
mod streams;
mod tls_channel;
#[cfg(test)]
mod tls_channel_tests;
mod tls_fault;

pub use certificate_fingerprint::CertificateFingerprint;
pub use stream_action::StreamAction;
pub use stream_closure::StreamClosure;
pub use stream_event::StreamEvent;
pub use stream_id::StreamId;
pub use stream_security::StreamSecurity;
pub use tls_fault::TlsFault;

pub(crate) use connection::Connection;
pub(crate) use streams::{MOST_STREAMS, Streams};
