//! The server's side of the handshake, one file a state in their order.

pub(in crate::dtls) mod cookie;
mod selection;
mod wait_certificate;
mod wait_certificate_verify;
mod wait_client_hello;
mod wait_client_key_exchange;
mod wait_finished;

pub(in crate::dtls) use selection::Selection;
pub(in crate::dtls) use wait_certificate::WaitCertificate;
pub(in crate::dtls) use wait_certificate_verify::WaitCertificateVerify;
pub(in crate::dtls) use wait_client_hello::wait_client_hello;
pub(in crate::dtls) use wait_client_key_exchange::WaitClientKeyExchange;
pub(in crate::dtls) use wait_finished::WaitFinished;
