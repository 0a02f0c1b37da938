//! The handshake of DTLS 1.2: RFC 5246 and 6347, with RFC 8422 (ECDHE_ECDSA and ECDHE_RSA), 5289
//! (AES-GCM), 8446 section 4.2.3 (RSASSA-PSS in version 1.2), 7627 (extended master secret), 5746
//! (renegotiation_info) and 5764 (use_srtp).
//!
//! ```text
//! Client                                   Server
//!
//! ClientHello                 ------->                          flight 1
//!                             <-------     HelloVerifyRequest   flight 2  (with a cookie exchange)
//! ClientHello                 ------->                          flight 3
//!                                                 ServerHello
//!                                                 Certificate
//!                                           ServerKeyExchange
//!                                          CertificateRequest
//!                             <-------        ServerHelloDone   flight 4
//! Certificate
//! ClientKeyExchange
//! CertificateVerify
//! [ChangeCipherSpec]
//! Finished                    ------->                          flight 5
//!                                          [ChangeCipherSpec]
//!                             <-------               Finished   flight 6
//! ```
//!
//! [`client`] and [`server`] have a file for each state. A state takes one message and gives the
//! next state; what else it decides (a flight to send, keys to use) it leaves in the `Context`. The
//! transitions that there are stand in [`StateName::successors`].
//!
//! Decisions. A message that cannot be read or is not due is dropped, not fatal, since in epoch 0
//! anybody may have sent it. A message that can be read and says what must not be ends the handshake
//! with the alert of its RFC. ChangeCipherSpec decides nothing: in DTLS the epoch of a record says
//! which keys protect it, and a Finished is taken in epoch 1 only. A server always asks for a
//! certificate. A client goes on if the server does not ask for its own, or does not know
//! renegotiation_info: neither side ever renegotiates. Our certificate is of ECDSA: a server of ours
//! chooses suites of ECDSA only, but takes the certificates of clients that have RSA, which the suite
//! says nothing of (RFC 5246 section 7.4.6); a client of ours takes a server's certificate and
//! signature of RSA with a suite of RSA, and only then.
//!
//! Left out: resumption, renegotiation, session tickets, every other suite. The sentinel in the
//! server's random that warns of a downgrade from version 1.3 (RFC 8446 section 4.1.3) is neither
//! sent nor looked for: it concerns those who speak 1.3.

mod checkpoint;
mod cipher_suite;
pub(in crate::dtls) mod client;
mod context;
mod established;
mod master_secret;
mod outgoing;
mod parameters;
mod peer;
mod pseudo_random_function;
mod record_keys;
pub(in crate::dtls) mod server;
mod signature_schemes;
mod state;
mod state_name;
mod step_error;

pub use cipher_suite::CipherSuite;
pub use state_name::StateName;

pub(in crate::dtls) use checkpoint::Checkpoint;
pub(in crate::dtls) use context::Context;
pub(in crate::dtls) use established::Established;
pub(in crate::dtls) use master_secret::MasterSecret;
pub(in crate::dtls) use outgoing::Outgoing;
pub(in crate::dtls) use parameters::Parameters;
pub(in crate::dtls) use peer::Peer;
pub(in crate::dtls) use record_keys::RecordKeys;
pub(in crate::dtls) use state::State;
pub(in crate::dtls) use step_error::StepError;
