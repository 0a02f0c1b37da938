//! Why no keying material was exported.

/// Why [`super::Endpoint::export`] gave nothing.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ExportError {
    /// The handshake is not complete, or the association has ended.
    #[error("not connected")]
    NotConnected,
    /// The label is one that TLS itself uses, RFC 5705 section 4.
    #[error("the label is reserved for TLS itself")]
    ReservedLabel,
    /// The context is longer than 65,535 bytes.
    #[error("the context is too long")]
    ContextTooLong,
}
