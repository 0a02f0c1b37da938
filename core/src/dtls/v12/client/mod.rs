//! The client's side of the handshake, one file a state in their order.

mod authentication;
mod start;
mod wait_certificate;
mod wait_certificate_request;
mod wait_finished;
mod wait_server_hello;
mod wait_server_hello_done;
mod wait_server_key_exchange;

pub(in crate::dtls) use authentication::Authentication;
pub(in crate::dtls) use start::start;
pub(in crate::dtls) use wait_certificate::WaitCertificate;
pub(in crate::dtls) use wait_certificate_request::WaitCertificateRequest;
pub(in crate::dtls) use wait_finished::WaitFinished;
pub(in crate::dtls) use wait_server_hello::WaitServerHello;
pub(in crate::dtls) use wait_server_hello_done::WaitServerHelloDone;
pub(in crate::dtls) use wait_server_key_exchange::WaitServerKeyExchange;
