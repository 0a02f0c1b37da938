//! Why application data was not sent.

/// Why [`super::Endpoint::send_application_data`] refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum SendError {
    /// The handshake is not complete, or the association has ended.
    #[error("not connected")]
    NotConnected,
    /// The data does not fit in one datagram of the configured size.
    #[error("too large: {length} bytes, at most {limit} fit in a datagram")]
    TooLarge {
        /// Bytes of the data.
        length: usize,
        /// The most bytes that fit.
        limit: usize,
    },
    /// Too much waits to be polled.
    #[error("too much data waits to be sent")]
    QueueFull,
}
