//! What is kept of a packet of RTP.

/// What is kept of a packet of RTP.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct RtpReading {
    /// Its stream.
    pub ssrc: u32,
    /// Its sequence number.
    pub sequence: u16,
    /// Its timestamp.
    pub timestamp: u32,
    /// Its payload type.
    pub payload_type: u8,
    /// Whether it ends a frame.
    pub marker: bool,
    /// Whether it is of a stream of retransmissions, RFC 4588.
    pub is_retransmission: bool,
    /// The number of the packet that it carries again, if it is a retransmission and the keys are
    /// known.
    pub original: Option<u16>,
}

impl RtpReading {
    /// Bytes of a header without anything that need not be there.
    const LEAST: usize = 12;

    /// Reads what is in clear.
    pub(super) fn of(payload: &[u8]) -> Option<RtpReading> {
        let header: &[u8; RtpReading::LEAST] = payload.first_chunk()?;
        let [_, second, s0, s1, t0, t1, t2, t3, c0, c1, c2, c3] = *header;
        Some(RtpReading {
            ssrc: u32::from_be_bytes([c0, c1, c2, c3]),
            sequence: u16::from_be_bytes([s0, s1]),
            timestamp: u32::from_be_bytes([t0, t1, t2, t3]),
            payload_type: second & 0x7f,
            marker: second & 0x80 != 0,
            is_retransmission: false,
            original: None,
        })
    }

    /// The number that a retransmission begins with, of its plain bytes.
    pub(super) fn original_number(plain: &[u8]) -> Option<u16> {
        let first = *plain.first()?;
        let mut place = RtpReading::LEAST + 4 * usize::from(first & 0x0f);
        if first & 0x10 != 0 {
            let words = plain.get(place + 2..place + 4)?.first_chunk()?;
            place += 4 + 4 * usize::from(u16::from_be_bytes(*words));
        }
        plain.get(place..)?.first_chunk().map(|bytes| u16::from_be_bytes(*bytes))
    }

    pub(super) fn label(self) -> String {
        let end = if self.marker { ", ends a frame" } else { "" };
        match (self.is_retransmission, self.original) {
            (_, Some(original)) => format!("RTX of {original}"),
            (true, None) => format!("RTX {}", self.sequence),
            (false, None) => format!("RTP {}{end}", self.sequence),
        }
    }
}
