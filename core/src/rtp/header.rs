//! The fixed header of RTP.

use super::Extension;

/// The fields that every RTP packet has, RFC 3550 section 5.1.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Header {
    /// Marks an event of the profile's: for video the last packet of a frame.
    pub marker: bool,
    /// The format of the payload, 0 to 127.
    pub payload_type: u8,
    /// One more with each packet sent, wrapping.
    pub sequence_number: u16,
    /// The sampling instant of the payload's first byte in units of the media clock.
    pub timestamp: u32,
    /// The synchronization source.
    pub ssrc: u32,
}

impl Header {
    /// Bytes of the header without contributing sources and extensions.
    pub const LENGTH: usize = 12;

    /// Appends the header and `extensions`; the payload is to follow.
    pub fn write<'e>(
        &self,
        extensions: impl Iterator<Item = Extension<'e>> + Clone,
        output: &mut Vec<u8>,
    ) {
        let has_extensions = extensions.clone().next().is_some();
        let first = if has_extensions { 0x90 } else { 0x80 };
        output.extend_from_slice(&self.to_bytes(first));
        if has_extensions {
            Extension::write_block(extensions, output);
        }
    }

    /// The twelve bytes with the first byte given.
    pub(super) fn to_bytes(self, first: u8) -> [u8; Header::LENGTH] {
        let mut bytes = [0; Header::LENGTH];
        bytes[0] = first;
        bytes[1] = u8::from(self.marker) << 7 | self.payload_type & 0x7f;
        bytes[2..4].copy_from_slice(&self.sequence_number.to_be_bytes());
        bytes[4..8].copy_from_slice(&self.timestamp.to_be_bytes());
        bytes[8..].copy_from_slice(&self.ssrc.to_be_bytes());
        bytes
    }

    pub(super) fn from_bytes(bytes: &[u8; Header::LENGTH]) -> Header {
        let [_, second, s0, s1, t0, t1, t2, t3, c0, c1, c2, c3] = *bytes;
        Header {
            marker: second & 0x80 != 0,
            payload_type: second & 0x7f,
            sequence_number: u16::from_be_bytes([s0, s1]),
            timestamp: u32::from_be_bytes([t0, t1, t2, t3]),
            ssrc: u32::from_be_bytes([c0, c1, c2, c3]),
        }
    }
}
