//! Handshake messages, RFC 5246 section 7.4 with RFC 6347 section 4.2: their codecs, one a file, and
//! how they are cut to fragments and put together again.
//!
//! A message's body implements [`MessageBody`]; hello extensions are in [`extension`]. Bodies hold
//! code points as numbers, so that those we do not know survive; what they mean is decided by the
//! state machine.
//!
//! Left out: messages of suites without ephemeral elliptic curves, session tickets (RFC 5077),
//! certificate status (RFC 6066) and everything of DTLS 1.3.

mod certificate_message;
mod certificate_request;
mod certificate_verify;
mod client_hello;
mod client_key_exchange;
mod decode_error;
pub mod extension;
mod finished;
mod fragment;
mod handshake_message;
mod handshake_type;
mod hello_verify_request;
mod insertion;
mod message_body;
mod number_list;
mod partial_message;
mod reassembler;
mod server_hello;
mod server_hello_done;
mod server_key_exchange;
mod transcript;

pub use certificate_message::CertificateMessage;
pub use certificate_request::CertificateRequest;
pub use certificate_verify::CertificateVerify;
pub use client_hello::ClientHello;
pub use client_key_exchange::ClientKeyExchange;
pub use decode_error::DecodeError;
pub use finished::Finished;
pub use fragment::Fragment;
pub use handshake_message::HandshakeMessage;
pub use handshake_type::HandshakeType;
pub use hello_verify_request::HelloVerifyRequest;
pub use insertion::Insertion;
pub use message_body::MessageBody;
pub use reassembler::Reassembler;
pub use server_hello::ServerHello;
pub use server_hello_done::ServerHelloDone;
pub use server_key_exchange::ServerKeyExchange;

pub(in crate::dtls) use transcript::Transcript;
