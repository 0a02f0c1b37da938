//! What can be wrong with an answer.

use std::net::SocketAddr;

use serde::{Deserialize, Serialize};

/// What is wrong with a server's answers.
///
/// In a scenario it is a name, `"port"`, or, for those that name an address, a table:
/// `{ address = "192.0.2.9:5000" }`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum StunLie {
    /// Everybody is told this address: a victim's, perhaps.
    Address(SocketAddr),
    /// The right address with another port.
    Port,
    /// Another port with every answer.
    ChangingPort,
    /// An unspecified address.
    Unspecified,
    /// An IPv6 address for those that ask by IPv4, and the other way round.
    Family,
    /// A success without an address.
    NoAddress,
    /// Another transaction identifier.
    Transaction,
    /// The answer comes from another port than was asked.
    Source,
    /// The error 500.
    Refusal,
    /// The error 300, and this server to ask instead.
    Alternate(SocketAddr),
    /// The answer is cut off in the middle.
    Truncated,
    /// Every answer is sent so many times; 64 at most.
    Repeated(u8),
}
