//! A message to send.

use super::Way;

/// A message of multicast DNS to send.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OutgoingMessage {
    /// Where it goes.
    pub way: Way,
    /// The message, RFC 1035 section 4.1.
    pub bytes: Vec<u8>,
}
