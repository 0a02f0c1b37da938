//! Datagram Transport Layer Security 1.2: keys for media, and a channel for data.
//!
//! An [`Endpoint`] is one side of one association, without sockets or clock. It takes datagrams and
//! time, and gives datagrams, [`Event`]s and one deadline; calls may come in any order and nothing
//! has to be drained. Same seed, configuration and inputs: same bytes.
//!
//! Implements RFC 6347 (DTLS 1.2) over RFC 5246 (TLS 1.2), with ECDHE and AES-GCM (RFC 5289, RFC 8422), the extended master secret (RFC 7627), renegotiation_info (RFC 5746), use_srtp (RFC
//! 5764), exporters (RFC 5705), and certificates known by their fingerprints (RFC 8122, RFC 5763).
//! Both sides always show a certificate when asked, and a server always asks. Ours is of ECDSA with
//! P-256; the peer's may be of RSA instead (2,048 to 4,096 bits, PKCS #1 v1.5 and PSS), as server too.
//!
//! Parts: [`record`] is the record layer; [`handshake`] the messages, their fragments and how they
//! are put together; flights and their timer; the handshake of version 1.2, one file a state; and
//! the association that holds them together. A handshake of DTLS 1.3 can stand beside that of 1.2
//! and use the rest.
//!
//! What a stranger sends is dropped and counted by [`DropReason`]. Before the keys are there nothing
//! is authenticated: a message that makes no sense is dropped, so that a better one may come; one that
//! must not be, and a plaintext alert (which is reported at once), end the handshake only if nothing
//! better follows for a while. A client takes the latest ServerHello until a signature vouches for
//! one. A server asks a second, other ClientHello for a cookie, which who only pretends to be at the
//! peer's address does not get. So who knows the addresses, but neither the keys nor what passes,
//! cannot end a handshake whose flights come in one datagram each.
//!
//! DTLS 1.2 has no defence against: one on the path, who may drop anything anyway; a forged
//! CertificateRequest or ServerHelloDone that comes between the datagrams of a server's flight, since
//! nothing vouches for these until both Finished differ; more forged HelloVerifyRequests, each with
//! the right number, than a client answers; and a forged ClientHello that comes in pieces, which is
//! not told from a repetition. All end in a handshake that fails, never in one with an impostor.
//!
//! Left out: DTLS 1.0 and 1.3, resumption, renegotiation, certificates of other kinds (P-384 among
//! them), suites without ephemeral keys or without AES-GCM, SHA-1, and path MTU discovery (the size of
//! datagrams is given).

mod alert;
mod alert_description;
mod alert_level;
mod association;
mod config;
mod connected;
mod drop_counts;
mod drop_reason;
mod event;
mod export_error;
mod failure;
mod fingerprint;
mod flight;
pub mod handshake;
mod key_log_line;
mod protocol_version;
pub mod record;
mod role;
mod send_error;
mod v12;

pub use alert::Alert;
pub use alert_description::AlertDescription;
pub use alert_level::AlertLevel;
pub use association::Endpoint;
pub use config::Config;
pub use connected::Connected;
pub use drop_counts::DropCounts;
pub use drop_reason::DropReason;
pub use event::Event;
pub use export_error::ExportError;
pub use failure::Failure;
pub use fingerprint::Fingerprint;
pub use key_log_line::KeyLogLine;
pub use protocol_version::ProtocolVersion;
pub use role::Role;
pub use send_error::SendError;
pub use v12::{CipherSuite, StateName};
