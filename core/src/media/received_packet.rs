//! A packet that arrived.

use std::ops::Range;

use crate::base::Time;
use crate::rtp::Header;

/// What is known of a packet that `poll_received_packet` put into the caller's buffer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReceivedPacket {
    /// The index of the media section.
    pub media: usize,
    /// Its header.
    pub header: Header,
    /// Its sequence number with the cycles counted.
    pub extended_sequence_number: u64,
    /// Where in the buffer the payload is.
    pub payload: Range<usize>,
    /// When it arrived.
    pub arrival: Time,
}
