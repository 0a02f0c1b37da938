//! Transport Layer Security, 1.2 (RFC 5246) and 1.3 (RFC 8446), by `rustls` with `ring`.
//!
//! [`TlsSettings`] are shared by all connections; [`TlsSession`] is one connection's, without a
//! socket. The [`Certificate`] can be changed while connections stand: they keep the one that they
//! began with.
//!
//! What a stranger may send before the handshake is done is bounded. Clients may resume (RFC 8446
//! section 2.2, RFC 5077): the tickets hold all state, so that none is kept here for those who left.
//!
//! Left out: client certificates, early data (a replay could log in), and renegotiation, which is
//! refused.

mod certificate;
mod certificate_error;
mod current_certificate;
mod fingerprint;
mod provider;
mod tls_error;
mod tls_session;
mod tls_settings;

pub use certificate::Certificate;
pub use certificate_error::CertificateError;
pub use fingerprint::Fingerprint;
pub use tls_error::TlsError;
pub use tls_session::TlsSession;
pub use tls_settings::TlsSettings;
