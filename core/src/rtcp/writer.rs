//! Writing RTCP packets.

use super::{
    FullIntraRequestEntry, PacketHeader, ReportBlock, SenderInformation, SourceDescription,
};

/// Appends RTCP packets to a buffer of the caller's, one behind the other.
///
/// What RFC 3550 section 6.1 says of the order in a compound packet is the caller's to keep.
#[derive(Debug)]
pub struct Writer<'a> {
    buffer: &'a mut Vec<u8>,
}

impl<'a> Writer<'a> {
    /// The most blocks, chunks or sources that a packet can count.
    pub const MOST: usize = 31;

    /// A writer that appends to `buffer`.
    pub fn new(buffer: &'a mut Vec<u8>) -> Writer<'a> {
        Writer { buffer }
    }

    /// A sender report with at most [`Writer::MOST`] of `blocks`.
    pub fn sender_report(
        &mut self,
        ssrc: u32,
        information: &SenderInformation,
        blocks: &[ReportBlock],
    ) {
        let blocks = &blocks[..blocks.len().min(Writer::MOST)];
        self.packet(PacketHeader::SENDER_REPORT, blocks.len(), |buffer| {
            word(buffer, ssrc);
            buffer.extend_from_slice(&information.ntp.bits().to_be_bytes());
            word(buffer, information.rtp_timestamp);
            word(buffer, information.packet_count);
            word(buffer, information.octet_count);
            blocks.iter().for_each(|block| block.write(buffer));
        });
    }

    /// A receiver report with at most [`Writer::MOST`] of `blocks`.
    pub fn receiver_report(&mut self, ssrc: u32, blocks: &[ReportBlock]) {
        let blocks = &blocks[..blocks.len().min(Writer::MOST)];
        self.packet(PacketHeader::RECEIVER_REPORT, blocks.len(), |buffer| {
            word(buffer, ssrc);
            blocks.iter().for_each(|block| block.write(buffer));
        });
    }

    /// A source description that gives each of at most [`Writer::MOST`] sources the canonical
    /// name `cname`, of which at most 255 bytes are taken.
    pub fn source_description(&mut self, sources: &[u32], cname: &[u8]) {
        let sources = &sources[..sources.len().min(Writer::MOST)];
        let cname = &cname[..cname.len().min(255)];
        self.packet(PacketHeader::SOURCE_DESCRIPTION, sources.len(), |buffer| {
            for ssrc in sources {
                word(buffer, *ssrc);
                buffer.extend_from_slice(&[SourceDescription::CNAME, cname.len() as u8]);
                buffer.extend_from_slice(cname);
                // At least one zero ends the chunk.
                let padding = 4 - (2 + cname.len()) % 4;
                buffer.resize(buffer.len() + padding, 0);
            }
        });
    }

    /// A BYE of at most [`Writer::MOST`] sources.
    pub fn goodbye(&mut self, sources: &[u32]) {
        let sources = &sources[..sources.len().min(Writer::MOST)];
        self.packet(PacketHeader::GOODBYE, sources.len(), |buffer| {
            sources.iter().for_each(|ssrc| word(buffer, *ssrc));
        });
    }

    /// A picture loss indication of the stream `media_ssrc`.
    pub fn picture_loss_indication(&mut self, sender_ssrc: u32, media_ssrc: u32) {
        let format = usize::from(PacketHeader::PICTURE_LOSS_INDICATION);
        self.packet(PacketHeader::PAYLOAD_FEEDBACK, format, |buffer| {
            word(buffer, sender_ssrc);
            word(buffer, media_ssrc);
        });
    }

    /// A full intra request of the streams in `entries`.
    pub fn full_intra_request(&mut self, sender_ssrc: u32, entries: &[FullIntraRequestEntry]) {
        let format = usize::from(PacketHeader::FULL_INTRA_REQUEST);
        self.packet(PacketHeader::PAYLOAD_FEEDBACK, format, |buffer| {
            word(buffer, sender_ssrc);
            word(buffer, 0);
            for entry in entries {
                word(buffer, entry.ssrc);
                word(buffer, u32::from(entry.sequence_number) << 24);
            }
        });
    }

    /// A generic NACK that asks for `lost` packets of the stream `media_ssrc`, in ascending order
    /// so that sixteen that follow one share its entry.
    pub fn generic_nack(&mut self, sender_ssrc: u32, media_ssrc: u32, lost: &[u16]) {
        let format = usize::from(PacketHeader::GENERIC_NACK);
        self.packet(PacketHeader::TRANSPORT_FEEDBACK, format, |buffer| {
            word(buffer, sender_ssrc);
            word(buffer, media_ssrc);
            let mut rest = lost;
            while let [first, following @ ..] = rest {
                let offset = |number: &u16| number.wrapping_sub(*first).wrapping_sub(1);
                let shared = following.iter().take_while(|number| offset(number) < 16).count();
                let mask = following[..shared].iter().fold(0_u32, |m, n| m | 1 << offset(n));
                word(buffer, u32::from(*first) << 16 | mask);
                rest = &following[shared..];
            }
        });
    }

    fn packet(&mut self, packet_type: u8, count: usize, content: impl FnOnce(&mut Vec<u8>)) {
        let start = self.buffer.len();
        self.buffer.extend_from_slice(&[0x80 | (count as u8 & 0x1f), packet_type, 0, 0]);
        content(self.buffer);
        let words = ((self.buffer.len() - start) / 4 - 1) as u16;
        self.buffer[start + 2..start + 4].copy_from_slice(&words.to_be_bytes());
    }
}

fn word(buffer: &mut Vec<u8>, value: u32) {
    buffer.extend_from_slice(&value.to_be_bytes());
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rtcp::{NtpTime, Packet, Packets};

    fn written(write: impl FnOnce(&mut Writer<'_>)) -> Vec<u8> {
        let mut buffer = Vec::new();
        write(&mut Writer::new(&mut buffer));
        buffer
    }

    #[test]
    fn a_picture_loss_indication_is_twelve_bytes() {
        assert_eq!(
            written(|w| w.picture_loss_indication(1, 2)),
            [0x81, 206, 0, 2, 0, 0, 0, 1, 0, 0, 0, 2]
        );
    }

    #[test]
    fn a_sender_report_comes_back() {
        let information = SenderInformation {
            ntp: NtpTime::from_bits(0x0102_0304_0506_0708),
            rtp_timestamp: 9,
            packet_count: 10,
            octet_count: 11,
        };
        let block = ReportBlock { ssrc: 5, cumulative_lost: -3, jitter: 4, ..Default::default() };
        let bytes = written(|w| w.sender_report(7, &information, &[block]));
        let Some(Ok(Packet::SenderReport(report))) = Packets::new(&bytes).next() else {
            panic!("no sender report in {bytes:?}");
        };
        assert_eq!((report.ssrc, report.information), (7, information));
        assert_eq!(report.blocks.collect::<Vec<_>>(), [block]);
    }

    #[test]
    fn a_canonical_name_is_padded_by_at_least_one_zero() {
        for length in 0..8 {
            let name = &b"abcdefgh"[..length];
            let bytes = written(|w| w.source_description(&[1, 2], name));
            assert_eq!(bytes.len() % 4, 0);
            let Some(Ok(Packet::SourceDescription(sdes))) = Packets::new(&bytes).next() else {
                panic!("no source description in {bytes:?}");
            };
            assert_eq!(sdes.canonical_names().collect::<Vec<_>>(), [(1, name), (2, name)]);
        }
    }

    #[test]
    fn sixteen_that_follow_share_an_entry() {
        let lost = [65_530, 65_531, 10, 11, 28];
        let bytes = written(|w| w.generic_nack(1, 2, &lost));
        assert_eq!(bytes.len(), 12 + 3 * 4);
        let Some(Ok(Packet::GenericNack(nack))) = Packets::new(&bytes).next() else {
            panic!("no generic NACK in {bytes:?}");
        };
        assert_eq!(nack.lost().collect::<Vec<_>>(), lost);
    }

    #[test]
    fn a_full_intra_request_comes_back() {
        let entries = [FullIntraRequestEntry { ssrc: 3, sequence_number: 200 }];
        let bytes = written(|w| w.full_intra_request(1, &entries));
        let Some(Ok(Packet::FullIntraRequest(request))) = Packets::new(&bytes).next() else {
            panic!("no full intra request in {bytes:?}");
        };
        assert_eq!(request.entries().collect::<Vec<_>>(), entries);
    }
}
