//! What DTLS agreed on.

use serde::Serialize;

/// The outcome of the DTLS handshake.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct DtlsReport {
    /// The protocol version: `DTLS 1.2`.
    pub version: String,
    /// The cipher suite's name in the IANA registry.
    pub cipher_suite: String,
}
