//! A packet that was sent.

use crate::base::Time;

/// A packet that was sent, as it was written. Nothing in it may ever change: sent again under its
/// own number, it is to be the same in every byte.
#[derive(Clone, Debug)]
pub(super) struct SentPacket {
    pub(super) sequence_number: u16,
    /// The header and the payload, in plain text.
    pub(super) bytes: Vec<u8>,
    /// Where in them the payload begins.
    pub(super) header_length: usize,
    pub(super) sent: Time,
    /// When it was last asked for and granted.
    pub(super) granted: Option<Time>,
    /// How often it was.
    pub(super) times_granted: u8,
}

impl SentPacket {
    /// The payload.
    pub(super) fn payload(&self) -> &[u8] {
        self.bytes.get(self.header_length..).unwrap_or_default()
    }

    /// The RTP timestamp.
    pub(super) fn timestamp(&self) -> u32 {
        self.bytes.get(4..8).and_then(|bytes| bytes.try_into().ok()).map_or(0, u32::from_be_bytes)
    }

    /// The bit of the marker, as it stands in the second byte.
    pub(super) fn marker_bit(&self) -> u8 {
        self.bytes.get(1).map_or(0, |byte| byte & 0x80)
    }
}
