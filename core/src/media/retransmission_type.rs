//! A payload type of retransmissions.

/// A payload type whose packets carry those of another again, RFC 4588 section 8.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RetransmissionType {
    /// Its number, 0 to 127.
    pub number: u8,
    /// The payload type whose packets are sent again: `apt`.
    pub associated: u8,
}
