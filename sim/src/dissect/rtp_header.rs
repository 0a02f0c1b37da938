//! The header of an RTP packet that was sent.

use super::{Flaw, fields};

/// The header of an RTP packet, RFC 3550 section 5.1.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RtpHeader {
    /// The marker.
    pub marker: bool,
    /// The payload type.
    pub payload_type: u8,
    /// The sequence number.
    pub sequence: u16,
    /// The timestamp.
    pub timestamp: u32,
    /// The synchronization source.
    pub ssrc: u32,
    /// Bytes of the header with contributing sources and extension.
    pub length: usize,
}

impl RtpHeader {
    /// Reads the header of a packet of an engine of ours.
    ///
    /// # Errors
    /// [`Flaw`] if it is none, or not as a sender is to write it.
    #[inline]
    pub fn read(bytes: &[u8]) -> Result<RtpHeader, Flaw> {
        let cut = Flaw("an RTP packet is cut off");
        let (first, second) = match bytes {
            [first, second, ..] if bytes.len() >= 12 => (*first, *second),
            _ => return Err(cut),
        };
        // RFC 5761 section 4: these would be taken for RTCP.
        if first >> 6 != 2 || (64..96).contains(&(second & 0x7f)) {
            return Err(Flaw("an RTP packet has a wrong version or payload type"));
        }
        let mut length = 12 + 4 * usize::from(first & 0x0f);
        if first & 0x10 != 0 {
            length = extension_end(bytes, length)?;
        }
        if bytes.len() <= length {
            return Err(Flaw("an RTP packet has no payload"));
        }
        Ok(RtpHeader {
            marker: second & 0x80 != 0,
            payload_type: second & 0x7f,
            sequence: fields::short(bytes, 2).ok_or(cut)?,
            timestamp: fields::long(bytes, 4).ok_or(cut)?,
            ssrc: fields::long(bytes, 8).ok_or(cut)?,
            length,
        })
    }
}

/// Where the extension at `place` ends; its elements must be those of RFC 8285.
fn extension_end(bytes: &[u8], place: usize) -> Result<usize, Flaw> {
    let cut = Flaw("an RTP header extension is cut off");
    let profile = fields::short(bytes, place).ok_or(cut)?;
    let words = fields::short(bytes, place + 2).map(usize::from).ok_or(cut)?;
    let elements = bytes.get(place + 4..place + 4 + 4 * words).ok_or(cut)?;
    match profile {
        0xbede => check_elements(elements, 1)?,
        0x1000..=0x100f => check_elements(elements, 2)?,
        _ => return Err(Flaw("an RTP header extension is of no known form")),
    }
    Ok(place + 4 + elements.len())
}

/// Elements with headers of one byte, RFC 8285 section 4.2, or of two, section 4.3.
fn check_elements(elements: &[u8], header: usize) -> Result<(), Flaw> {
    let mut place = 0;
    while let Some(first) = fields::byte(elements, place) {
        if first == 0 {
            place += 1;
            continue;
        }
        let length = match header {
            1 => usize::from(first & 0x0f) + 1,
            _ => fields::byte(elements, place + 1).map(usize::from).unwrap_or(usize::MAX / 2),
        };
        place += header + length;
        if place > elements.len() || header == 1 && first >> 4 == 15 {
            return Err(Flaw("an element of an RTP header extension is malformed"));
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_header_with_an_extension_is_read() {
        let mut packet = vec![0x90, 0xe0, 0x12, 0x34, 0, 0, 0, 9, 0, 0, 0, 7];
        packet.extend([0xbe, 0xde, 0, 1, 0x32, 1, 2, 3, 0xff]);
        let header = RtpHeader::read(&packet).expect("a header");
        assert_eq!((header.sequence, header.timestamp, header.ssrc), (0x1234, 9, 7));
        assert_eq!((header.marker, header.payload_type, header.length), (true, 96, 20));
        packet[16] = 0x33;
        assert!(RtpHeader::read(&packet).is_err());
    }

    #[test]
    fn a_header_alone_is_no_packet() {
        assert!(RtpHeader::read(&[0x80, 96, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1]).is_err());
        assert!(RtpHeader::read(&[0x80, 72, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 0]).is_err());
    }
}
