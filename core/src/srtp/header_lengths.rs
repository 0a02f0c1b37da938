//! What of a packet stays readable.

/// Bytes of an RTP header with its contributing sources and its extension, RFC 3550 section 5.1:
/// they are authenticated and not encrypted. Nothing if this is no RTP packet.
pub(super) fn rtp_header_length(packet: &[u8]) -> Option<usize> {
    let first = *packet.first()?;
    if first >> 6 != 2 {
        return None;
    }
    let mut length = 12 + 4 * usize::from(first & 0x0f);
    if first & 0x10 != 0 {
        let words = packet.get(length + 2..length + 4)?;
        length += 4 + 4 * usize::from(u16::from_be_bytes([words[0], words[1]]));
    }
    (packet.len() >= length).then_some(length)
}

/// Bytes at the start of an RTCP packet that are not encrypted, RFC 3711 section 3.4.
pub(super) const RTCP_HEADER_LENGTH: usize = 8;

/// Whether the header of an RTCP packet stands here, RFC 3550 section 6.4.1.
pub(super) fn is_rtcp(packet: &[u8]) -> bool {
    packet.len() >= RTCP_HEADER_LENGTH && packet[0] >> 6 == 2
}

/// The four bytes at `place`, which must be there, as a number.
pub(super) fn number(packet: &[u8], place: usize) -> u32 {
    let mut bytes = [0; 4];
    bytes.copy_from_slice(&packet[place..place + 4]);
    u32::from_be_bytes(bytes)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sources_and_extension_count() {
        let mut packet = vec![0; 40];
        packet[0] = 0x80;
        assert_eq!(rtp_header_length(&packet), Some(12));
        packet[0] = 0x82;
        assert_eq!(rtp_header_length(&packet), Some(20));
        packet[0] = 0x92;
        packet[23] = 2;
        assert_eq!(rtp_header_length(&packet), Some(32));
        packet[23] = 4;
        assert_eq!(rtp_header_length(&packet), Some(40));
        packet[23] = 5;
        assert_eq!(rtp_header_length(&packet), None);
    }

    #[test]
    fn headers_cut_short_are_none() {
        for first in 0..=255_u8 {
            for length in 0..12 {
                let mut packet = vec![0xff; length];
                packet.iter_mut().take(1).for_each(|byte| *byte = first);
                assert_eq!(rtp_header_length(&packet), None);
                assert_eq!(is_rtcp(&packet), length >= 8 && first >> 6 == 2);
            }
        }
    }
}
