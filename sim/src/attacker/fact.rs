//! What an attacker can find out.

use std::net::SocketAddr;

use super::Side;

/// Something public about a call that an attacker may be told.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fact {
    /// Where packets reach a side: its own address, or its external one at a translator.
    Address(Side, SocketAddr),
    /// The user name fragment of a side's ICE generation.
    Fragment(Side, String),
    /// A synchronization source that a side sends.
    Source(Side, u32),
}
