//! A request for lost packets.

/// A generic NACK, RFC 4585 section 6.2.1.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Nack {
    /// The stream they belong to.
    pub ssrc: u32,
    /// The sequence numbers asked for.
    pub numbers: Vec<u16>,
}
