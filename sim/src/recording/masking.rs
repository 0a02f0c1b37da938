//! What of a datagram was never encrypted.

use std::ops::Range;

use roomrtc_core::session::PacketKind;

/// Bytes of a DTLS record's header, RFC 6347 section 4.1, and of the part of the nonce behind it.
const RECORD_HEADER: usize = 13;
const EXPLICIT_NONCE: usize = 8;

/// Bytes of an RTCP packet's header, RFC 3711 section 3.4.
const RTCP_HEADER: usize = 8;

/// Bytes at the end of an SRTCP packet in which every profile has the index, and some a tag.
const RTCP_TRAILER: usize = 14;

/// Gives the ranges of `datagram` that are in the clear, in order: STUN whole, DTLS but for what
/// protected records carry, the headers of RTP and RTCP. `trailer` is how much of the end of an RTCP
/// packet counts as such.
fn clear_parts(datagram: &[u8], trailer: usize, mut keep: impl FnMut(Range<usize>)) {
    match PacketKind::of(datagram) {
        Some(PacketKind::Rtp) => keep(0..rtp_header_length(datagram)),
        Some(PacketKind::Rtcp) => {
            keep(0..RTCP_HEADER.min(datagram.len()));
            keep(datagram.len().saturating_sub(trailer)..datagram.len());
        }
        Some(PacketKind::Dtls) => records(datagram, keep),
        Some(PacketKind::Stun) | None => keep(0..datagram.len()),
    }
}

/// What of a datagram that was received goes into a recording without keys: what is in the clear,
/// and the index of SRTCP.
pub(super) fn of_received(datagram: &[u8], keep: impl FnMut(Range<usize>)) {
    clear_parts(datagram, RTCP_TRAILER, keep);
}

/// What of a datagram that is sent can be compared without its keys.
pub(super) fn of_sent(datagram: &[u8], keep: impl FnMut(Range<usize>)) {
    clear_parts(datagram, 0, keep);
}

/// RFC 3550 section 5.1, RFC 3711 section 3.1. What is cut off counts as far as it goes.
fn rtp_header_length(packet: &[u8]) -> usize {
    let first = packet.first().copied().unwrap_or(0);
    let mut length = 12 + 4 * usize::from(first & 0x0f);
    if first & 0x10 != 0 {
        let words = packet.get(length + 2..length + 4);
        let words = words.map_or(0, |words| u16::from_be_bytes([words[0], words[1]]));
        length += 4 + 4 * usize::from(words);
    }
    length.min(packet.len())
}

/// Epoch 0 is in the clear. What is no record is kept: no key was used on it.
fn records(datagram: &[u8], mut keep: impl FnMut(Range<usize>)) {
    let mut position = 0;
    while let Some(header) = datagram.get(position..position + RECORD_HEADER) {
        let length = usize::from(u16::from_be_bytes([header[11], header[12]]));
        let body = position + RECORD_HEADER;
        let end = datagram.len().min(body + length);
        let is_clear = header[3..5] == [0, 0];
        keep(position..if is_clear { end } else { end.min(body + EXPLICIT_NONCE) });
        position = end;
    }
    keep(position..datagram.len());
}

#[cfg(test)]
mod tests {
    use super::*;

    fn kept(datagram: &[u8]) -> Vec<usize> {
        let mut places = Vec::new();
        of_received(datagram, |range| places.extend(range));
        places
    }

    #[test]
    fn media_keeps_its_headers() {
        let mut rtp = [7; 60];
        rtp[0] = 0x91;
        rtp[18..20].copy_from_slice(&[0, 2]);
        assert_eq!(kept(&rtp), (0..28).collect::<Vec<_>>());
        assert_eq!(kept(&rtp[..19]), (0..19).collect::<Vec<_>>());
        let mut rtcp = [7; 60];
        rtcp[..2].copy_from_slice(&[0x80, 200]);
        assert_eq!(kept(&rtcp), (0..8).chain(46..60).collect::<Vec<_>>());
        assert_eq!(kept(&rtcp[..4]).len(), 8, "short ones are kept, some bytes twice");
    }

    #[test]
    fn protected_records_keep_header_and_nonce() {
        let record = |epoch: u8, length: usize| {
            let header = [22, 254, 253, 0, epoch, 0, 0, 0, 0, 0, 0, 0, length as u8];
            [&header[..], &vec![9; length]].concat()
        };
        let datagram = [record(0, 30), record(1, 40)].concat();
        assert_eq!(kept(&datagram), (0..43 + 13 + 8).collect::<Vec<_>>());
        assert_eq!(kept(&record(1, 3)), (0..16).collect::<Vec<_>>());
        assert_eq!(kept(&[22, 254, 253, 0, 1]), (0..5).collect::<Vec<_>>());
    }

    #[test]
    fn the_rest_is_kept_whole() {
        assert_eq!(kept(&[0; 20]).len(), 20);
        assert_eq!(kept(&[200; 20]).len(), 20);
        assert!(kept(&[]).is_empty());
    }
}
