//! What is asked for.

use std::net::IpAddr;

/// The type of record that a question is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum RecordKind {
    /// IPv4 addresses.
    A,
    /// IPv6 addresses, RFC 3596.
    Aaaa,
    /// Whatever there is.
    Any,
}

impl RecordKind {
    /// Whether an address answers it.
    pub(super) const fn is_answered_by(self, address: IpAddr) -> bool {
        match self {
            RecordKind::A => address.is_ipv4(),
            RecordKind::Aaaa => address.is_ipv6(),
            RecordKind::Any => true,
        }
    }
}
