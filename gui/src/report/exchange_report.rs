//! Something that goes both ways.

use serde::Serialize;

/// How many were sent and received.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize)]
pub struct ExchangeReport {
    /// Sent.
    pub sent: u64,
    /// Received.
    pub received: u64,
}
