//! Lost packets that were sent again.

use serde::Serialize;

use super::ExchangeReport;

/// What was done about lost packets, RFC 4585 section 6.2.1 and RFC 4588.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize)]
pub struct RepairReport {
    /// Generic NACKs; `sent` and `received` are `nackCount` of the W3C's statistics of what is
    /// received and of what is sent.
    pub nacks: ExchangeReport,
    /// Packets sent again, and received in a stream for that.
    pub packets: ExchangeReport,
    /// Payload bytes of them.
    pub bytes: ExchangeReport,
    /// Packets that were missing and came because they were asked for.
    pub repaired: u64,
}
