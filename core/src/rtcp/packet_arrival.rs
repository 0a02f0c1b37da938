//! One packet in transport-wide feedback.

/// What transport-wide feedback says of one packet.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PacketArrival {
    /// The packet's transport-wide sequence number.
    pub sequence_number: u16,
    /// When it arrived in units of 250 µs on the receiver's clock; `None` if it did not, or if
    /// the receiver cannot say when.
    pub arrival: Option<i64>,
    /// Whether it arrived.
    pub is_received: bool,
}
