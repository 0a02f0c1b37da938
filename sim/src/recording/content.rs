//! What of plain text a recording holds, and what it compares.

use std::ops::Range;

use roomrtc_core::crypto::Protected;

use super::{Disclosure, blanking};

/// What of plain text a recording holds, and what it compares.
#[derive(Clone, Copy, Debug)]
pub(super) struct Content {
    pub(super) disclosure: Disclosure,
    /// Whether the session hands over packets: the core does not look into payloads then.
    pub(super) hands_over_packets: bool,
    /// The payload types of retransmissions, a bit for each: in front of their payloads is the number
    /// of the original, RFC 4588 section 4.
    pub(super) retransmissions: u128,
}

/// The content types of DTLS records, RFC 5246 section 6.2.1.
const HANDSHAKE: u8 = 22;
const APPLICATION_DATA: u8 = 23;

/// Bytes of the number of the original.
const ORIGINAL_NUMBER: usize = 2;

impl Content {
    /// The payload types of retransmissions that a description of the other side's lists, a bit for
    /// each. Ours are the same: an answer repeats what it was offered.
    pub(super) fn retransmissions(sdp: &str) -> u128 {
        let maps = sdp.lines().filter_map(|line| line.strip_prefix("a=rtpmap:"));
        let numbers = maps.filter_map(|map| {
            let (number, codec) = map.trim().split_once(' ')?;
            let is_one = codec.trim().eq_ignore_ascii_case("rtx/90000");
            number.parse::<u8>().ok().filter(|number| is_one && *number < 128)
        });
        numbers.fold(0, |types, number| types | 1 << number)
    }

    fn is_retransmission(self, packet: &[u8]) -> bool {
        packet.get(1).is_some_and(|second| self.retransmissions >> (second & 0x7f) & 1 == 1)
    }

    /// Gives the ranges of `packet[clear..]` that are held, in order, counted from `clear`.
    pub(super) fn kept(
        self,
        protected: Protected,
        clear: usize,
        packet: &[u8],
        mut keep: impl FnMut(Range<usize>),
    ) {
        let text = packet.get(clear..).unwrap_or_default();
        match protected {
            Protected::Rtp if !self.disclosure.has_media() => self.of_rtp(packet, text, keep),
            Protected::Record(HANDSHAKE) => blanking::of_handshake(text, keep),
            Protected::Record(APPLICATION_DATA) => {}
            Protected::Rtp | Protected::Rtcp | Protected::Record(_) => keep(0..text.len()),
        }
    }

    /// The last byte of a padded packet says how much of it is padding, RFC 3550 section 5.1.
    fn of_rtp(self, packet: &[u8], text: &[u8], mut keep: impl FnMut(Range<usize>)) {
        let is_padded = packet.first().is_some_and(|first| first & 0x20 != 0);
        let padding = if is_padded { text.last().copied().unwrap_or(0) } else { 0 };
        let payload = text.len().saturating_sub(usize::from(padding));
        let number = if self.is_retransmission(packet) { ORIGINAL_NUMBER.min(payload) } else { 0 };
        if number > 0 {
            keep(0..number);
        }
        if !self.hands_over_packets {
            let original = &text[number..payload];
            blanking::of_payload(original, |part| keep(part.start + number..part.end + number));
        }
        if is_padded {
            keep(text.len().saturating_sub(1)..text.len());
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn kept(hands_over_packets: bool, packet: &[u8]) -> Vec<Range<usize>> {
        let retransmissions = Content::retransmissions("a=rtpmap:97 rtx/90000\r\na=x\r\n");
        let disclosure = Disclosure::Structure;
        let content = Content { disclosure, hands_over_packets, retransmissions };
        let mut ranges = Vec::new();
        content.kept(Protected::Rtp, 12, packet, |range| ranges.push(range));
        ranges
    }

    #[test]
    fn padding_is_not_taken_for_content() {
        let mut packet = [&[0x80; 12][..], &[24, 0, 1, 0x65, 0, 0, 3]].concat();
        assert_eq!(kept(false, &packet), [0..1, 1..4, 4..6]);
        packet[0] = 0xa0;
        assert_eq!(kept(false, &packet), [0..1, 1..4, 4..4, 6..7]);
        assert_eq!(kept(true, &packet), std::slice::from_ref(&(6..7)));
    }

    #[test]
    fn the_number_of_an_original_is_held_and_its_payload_known_behind_it() {
        let mut packet = [&[0x80; 12][..], &[0x7c, 0x85, 24, 0, 1, 0x65]].concat();
        packet[1] = 0x80 | 97;
        assert_eq!(kept(false, &packet), [0..2, 2..3, 3..6, 6..6]);
        assert_eq!(kept(true, &packet), std::slice::from_ref(&(0..2)));
        assert_eq!(kept(true, &packet[..13]), std::slice::from_ref(&(0..1)));
        assert_eq!(kept(true, &packet[..12]), []);
    }

    #[test]
    fn what_carries_no_media_is_held() {
        let content = Content {
            disclosure: Disclosure::Structure,
            hands_over_packets: false,
            retransmissions: 0,
        };
        for protected in [Protected::Rtcp, Protected::Record(21)] {
            let mut ranges = Vec::new();
            content.kept(protected, 0, &[7; 9], |range| ranges.push(range));
            assert_eq!(ranges, std::slice::from_ref(&(0..9)));
        }
    }
}
