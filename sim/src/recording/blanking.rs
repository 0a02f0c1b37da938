//! What of media is kept where its content is not.
//!
//! Kept is all that the core looks at: headers of NAL units, of aggregates (RFC 6184 section 5.7.1)
//! and of fragments (section 5.8), and parameter sets, which say how large pictures are but not
//! what is in them. Every function gives the ranges kept, in order.

use std::ops::Range;

use roomrtc_core::codec::h264::{NalUnitHeader, NalUnits, ParameterSets};

/// Bytes before each NAL unit of an aggregate.
const AGGREGATE_LENGTH: usize = 2;

/// Bytes of the header of a handshake message's fragment, RFC 6347 section 4.2.2.
const FRAGMENT_HEADER: usize = 12;

/// The handshake type of Finished, RFC 5246 section 7.4.9.
const FINISHED: u8 = 20;

/// Of a frame to be sent, an Annex B byte stream: start codes and what is kept of each NAL unit.
pub(super) fn of_frame(stream: &[u8], mut keep: impl FnMut(Range<usize>)) {
    let base = stream.as_ptr() as usize;
    let mut end = None;
    for unit in NalUnits::new(stream) {
        let start = unit.as_ptr() as usize - base;
        // Between two units there are only zeros and start codes.
        keep(end.unwrap_or(start.saturating_sub(3))..start + kept_of_unit(unit));
        end = Some(start + unit.len());
    }
    if let Some(end) = end {
        keep(end..stream.len());
    }
}

/// Of an RTP payload in H.264.
pub(super) fn of_payload(payload: &[u8], mut keep: impl FnMut(Range<usize>)) {
    let Some(first) = payload.first() else { return };
    match NalUnitHeader(*first).unit_type() {
        NalUnitHeader::FU_A => keep(0..2),
        NalUnitHeader::STAP_A => of_aggregate(payload, keep),
        _ => keep(0..kept_of_unit(payload)),
    }
}

fn of_aggregate(payload: &[u8], mut keep: impl FnMut(Range<usize>)) {
    keep(0..1);
    let mut position = 1;
    while let Some(length) = payload.get(position..position + AGGREGATE_LENGTH) {
        let start = position + AGGREGATE_LENGTH;
        let end = start + usize::from(u16::from_be_bytes([length[0], length[1]]));
        let kept = payload.get(start..end).map_or(0, kept_of_unit);
        keep(position..start + kept);
        if kept == 0 {
            return;
        }
        position = end;
    }
    keep(position..payload.len());
}

/// How many of a NAL unit's first bytes are kept.
fn kept_of_unit(unit: &[u8]) -> usize {
    let Some(first) = unit.first() else { return 0 };
    match NalUnitHeader(*first).unit_type() {
        NalUnitHeader::SEQUENCE_PARAMETER_SET | NalUnitHeader::PICTURE_PARAMETER_SET
            if unit.len() <= ParameterSets::LONGEST =>
        {
            unit.len()
        }
        _ => 1,
    }
}

/// Of the handshake messages in a record: all but what a Finished carries.
pub(super) fn of_handshake(record: &[u8], mut keep: impl FnMut(Range<usize>)) {
    let mut position = 0;
    while let Some(header) = record.get(position..position + FRAGMENT_HEADER) {
        let length = u32::from_be_bytes([0, header[9], header[10], header[11]]) as usize;
        let body = position + FRAGMENT_HEADER;
        let end = record.len().min(body + length);
        keep(position..if header[0] == FINISHED { body } else { end });
        position = end;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn kept(bytes: &[u8], of: impl FnOnce(&[u8], &mut dyn FnMut(Range<usize>))) -> Vec<u8> {
        let mut filled = vec![0xaa; bytes.len()];
        of(bytes, &mut |range| {
            let range = range.start..range.end.min(bytes.len());
            filled[range.clone()].copy_from_slice(&bytes[range]);
        });
        filled
    }

    fn frame(bytes: &[u8]) -> Vec<u8> {
        kept(bytes, |bytes, keep| of_frame(bytes, keep))
    }

    fn payload(bytes: &[u8]) -> Vec<u8> {
        kept(bytes, |bytes, keep| of_payload(bytes, keep))
    }

    #[test]
    fn frames_keep_their_structure() {
        let stream = [9, 0, 0, 0, 1, 0x67, 1, 2, 0, 0, 1, 0x65, 3, 4, 0, 0, 0, 0, 1, 0x41, 5, 0];
        let expected = [
            0xaa, 0xaa, 0, 0, 1, 0x67, 1, 2, 0, 0, 1, 0x65, 0xaa, 0xaa, 0, 0, 0, 0, 1, 0x41, 0xaa,
            0,
        ];
        assert_eq!(frame(&stream), expected);
        let lengths = |stream: &[u8]| NalUnits::new(stream).map(<[u8]>::len).collect::<Vec<_>>();
        assert_eq!(lengths(&expected), lengths(&stream));
        assert_eq!(frame(&[1, 2, 3]), [0xaa; 3]);
    }

    #[test]
    fn payloads_keep_their_structure() {
        assert_eq!(payload(&[0x65, 1, 2]), [0x65, 0xaa, 0xaa]);
        assert_eq!(payload(&[0x68, 1, 2]), [0x68, 1, 2]);
        assert_eq!(payload(&[0x7c, 0x85, 1, 2]), [0x7c, 0x85, 0xaa, 0xaa]);
        // A parameter set in fragments is too long for the core to look at.
        assert_eq!(payload(&[0x7c, 0x87, 1, 2]), [0x7c, 0x87, 0xaa, 0xaa]);
        let aggregate = [24, 0, 2, 0x67, 1, 0, 3, 0x65, 1, 2];
        assert_eq!(payload(&aggregate), [24, 0, 2, 0x67, 1, 0, 3, 0x65, 0xaa, 0xaa]);
        assert!(payload(&[]).is_empty());
    }

    #[test]
    fn malformed_aggregates_keep_the_length_that_does_not_fit() {
        assert_eq!(payload(&[24, 0, 9, 0x65, 1]), [24, 0, 9, 0xaa, 0xaa]);
        assert_eq!(payload(&[24, 0, 0, 5]), [24, 0, 0, 0xaa]);
        assert_eq!(payload(&[24, 0, 1, 0x65, 7]), [24, 0, 1, 0x65, 7]);
    }

    #[test]
    fn finished_messages_lose_their_code() {
        let message = |kind: u8| [&[kind, 0, 0, 2, 0, 1, 0, 0, 0, 0, 0, 2][..], &[7, 7]].concat();
        let both = [message(20), message(1)].concat();
        let keep = kept(&both, |bytes, keep| of_handshake(bytes, keep));
        assert_eq!(keep[12..14], [0xaa, 0xaa]);
        assert_eq!(keep[14..], both[14..]);
    }
}
