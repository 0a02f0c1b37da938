//! The header that the packets of a stream have in common.

use crate::base::Time;
use crate::rtp::{Extension, ExtensionIds, Header, Packet};

/// Bytes before the elements of a header extension, RFC 3550 section 5.3.1.
const EXTENSION_HEADER: usize = 4;

/// A packet header written once, and the places in it that differ from packet to packet.
#[derive(Clone, Debug, Default)]
pub(super) struct HeaderTemplate {
    bytes: Vec<u8>,
    has_mid: bool,
    /// Where the send time is.
    absolute_send_time: Option<usize>,
    /// Where the transport-wide sequence number is.
    transport_sequence_number: Option<usize>,
}

impl HeaderTemplate {
    /// Makes it the header of packets of `payload_type` and `ssrc` with the extensions in `ids`;
    /// with the tag `mid` if that is not empty.
    pub(super) fn fill(&mut self, payload_type: u8, ssrc: u32, ids: ExtensionIds, mid: &[u8]) {
        let negotiated = [
            (ids.mid.filter(|_| !mid.is_empty()), mid),
            (ids.absolute_send_time, &[0; 3]),
            (ids.transport_sequence_number, &[0; 2]),
        ];
        let element = |(id, content)| Some(Extension { id: id?, content });
        let header = Header { payload_type, ssrc, ..Header::default() };
        self.clear();
        header.write(negotiated.into_iter().filter_map(element), &mut self.bytes);
        self.has_mid = !mid.is_empty();
        let place = |id: Option<u8>| place_of(&self.bytes, id?);
        self.absolute_send_time = place(ids.absolute_send_time);
        self.transport_sequence_number = place(ids.transport_sequence_number);
    }

    /// Empties it; the buffer stays.
    pub(super) fn clear(&mut self) {
        self.bytes.clear();
    }

    /// Whether it has to be filled.
    pub(super) fn is_empty(&self) -> bool {
        self.bytes.is_empty()
    }

    /// Whether it carries the tag of the media section.
    pub(super) fn has_mid(&self) -> bool {
        self.has_mid
    }

    /// Appends the header of one packet, without marker. `transport` is counted on if the packet
    /// carries it.
    pub(super) fn write(
        &self,
        now: Time,
        sequence_number: u16,
        timestamp: u32,
        transport: &mut u16,
        output: &mut Vec<u8>,
    ) {
        let start = output.len();
        output.extend_from_slice(&self.bytes);
        let header = &mut output[start..];
        header[2..4].copy_from_slice(&sequence_number.to_be_bytes());
        header[4..8].copy_from_slice(&timestamp.to_be_bytes());
        if let Some(place) = self.absolute_send_time {
            header[place..place + 3].copy_from_slice(&absolute_send_time(now));
        }
        if let Some(place) = self.transport_sequence_number {
            header[place..place + 2].copy_from_slice(&transport.to_be_bytes());
            *transport = transport.wrapping_add(1);
        }
    }
}

/// Where in a header the content of the extension element numbered `id` begins.
fn place_of(header: &[u8], id: u8) -> Option<usize> {
    let extensions = Packet::parse(header).ok()?.extensions();
    let element_header = extensions.form().header_length();
    let mut place = Header::LENGTH + EXTENSION_HEADER;
    for element in extensions {
        place += element_header;
        if element.id == id {
            return Some(place);
        }
        place += element.content.len();
    }
    None
}

/// Seconds in 6.18 fixed point, which wraps every 64 s.
fn absolute_send_time(now: Time) -> [u8; 3] {
    let nanos = now.as_nanos() % 64_000_000_000;
    let [_, low @ ..] = (((nanos << 18) / 1_000_000_000) as u32).to_be_bytes();
    low
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_send_time_has_18_bits_of_fraction() {
        assert_eq!(absolute_send_time(Time::from_millis(1_500)), [0x06, 0x00, 0x00]);
        assert_eq!(absolute_send_time(Time::from_secs(64 + 63)), [0xfc, 0x00, 0x00]);
    }

    #[test]
    fn what_differs_is_filled_in_in_both_forms() {
        for (mid_id, mid) in [(4, &b"video"[..]), (20, b"video"), (4, b"")] {
            let ids = ExtensionIds {
                mid: Some(mid_id),
                absolute_send_time: Some(2),
                transport_sequence_number: Some(3),
            };
            let mut transport = 0x0102;
            let mut output = vec![9];
            let mut template = HeaderTemplate::default();
            template.fill(96, 7, ids, mid);
            template.write(Time::from_millis(1_500), 5, 6, &mut transport, &mut output);
            let packet = Packet::parse(&output[1..]).expect("a packet");
            let header = packet.header;
            assert_eq!((header.payload_type, header.ssrc), (96, 7));
            assert_eq!((header.sequence_number, header.timestamp), (5, 6));
            assert_eq!(packet.extension(mid_id).unwrap_or_default(), mid);
            assert_eq!(packet.extension(2), Some(&[6, 0, 0][..]));
            assert_eq!(packet.extension(3), Some(&[1, 2][..]));
            assert_eq!(transport, 0x0103);
        }
    }
}
