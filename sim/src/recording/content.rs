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
}

/// The content types of DTLS records, RFC 5246 section 6.2.1.
const HANDSHAKE: u8 = 22;
const APPLICATION_DATA: u8 = 23;

impl Content {
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
        if !self.hands_over_packets {
            blanking::of_payload(&text[..payload], &mut keep);
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
        let content = Content { disclosure: Disclosure::Structure, hands_over_packets };
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
    fn what_carries_no_media_is_held() {
        let content = Content { disclosure: Disclosure::Structure, hands_over_packets: false };
        for protected in [Protected::Rtcp, Protected::Record(21)] {
            let mut ranges = Vec::new();
            content.kept(protected, 0, &[7; 9], |range| ranges.push(range));
            assert_eq!(ranges, std::slice::from_ref(&(0..9)));
        }
    }
}
