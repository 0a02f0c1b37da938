//! What is wrong with a peer's TLS.

/// Why a TLS session cannot go on.
#[derive(Debug, thiserror::Error)]
pub enum TlsError {
    /// The peer sends more than any handshake needs.
    #[error("a TLS handshake has more than {limit} bytes")]
    HandshakeTooLong {
        /// The most that is taken, in bytes.
        limit: usize,
    },
    /// Records that cannot be completed fill the session's buffer.
    #[error("a TLS record does not end")]
    RecordTooLong,
    /// What was received breaks the protocol, or nothing could be agreed on.
    #[error("{0}")]
    Protocol(#[from] rustls::Error),
}
