//! Forged RTP and RTCP.

use roomrtc_core::rtcp::{FullIntraRequestEntry, ReportBlock, Writer};
use roomrtc_core::wire::ByteWriter;

use super::forger::Forger;
use super::{Forgery, Side};

/// Bytes behind an RTCP packet: the index and the authentication tag of SRTCP, RFC 3711 section
/// 3.4.
const TRAILER: usize = 14;

impl Forger<'_> {
    pub(super) fn forge_media(&mut self, kind: Forgery, output: &mut Vec<u8>) {
        match kind {
            Forgery::Rtp => self.forge_rtp(output),
            Forgery::RtpGarbage => {
                output.push(0x80 | self.random_u8() & 0x3f);
                self.append_random(24, output);
            }
            Forgery::RtcpGarbage => {
                output.extend_from_slice(&[
                    0x80 | self.random_u8() & 0x3f,
                    192 + self.random_u8() % 32,
                ]);
                self.append_random(200, output);
            }
            _ => {
                self.forge_rtcp(kind, output);
                let start = output.len();
                output.resize(start + TRAILER, 0);
                self.random.fill(&mut output[start..]);
            }
        }
    }

    /// A source that a side sends, as far as one is known.
    fn source(&mut self, side: Side) -> u32 {
        let made_up = self.random.next_u32();
        let known = self.knowledge.sources(side);
        let chosen = known.get(self.random.below(known.len() as u64) as usize);
        chosen.copied().unwrap_or(made_up)
    }

    fn forge_rtp(&mut self, output: &mut Vec<u8>) {
        let source = self.source(self.target.other());
        let (payload_type, sequence) = (96 + self.random_u8() % 32, self.random_u16());
        let timestamp = self.random.next_u32();
        let mut writer = ByteWriter::new(output);
        writer.u8(0x80);
        writer.u8(payload_type | self.random_u8() & 0x80);
        writer.u16(sequence);
        writer.u32(timestamp);
        writer.u32(source);
        self.append_random(1_100, output);
    }

    /// A packet in the clear: of the other side's sources, or about the target's.
    fn forge_rtcp(&mut self, kind: Forgery, output: &mut Vec<u8>) {
        let theirs = self.source(self.target.other());
        let ours = self.source(self.target);
        let number = self.random_u8();
        let first = self.random_u16();
        let mut writer = Writer::new(output);
        match kind {
            Forgery::RtcpBye => writer.goodbye(&[theirs]),
            Forgery::RtcpPictureLoss => writer.picture_loss_indication(theirs, ours),
            Forgery::RtcpFullIntraRequest => {
                let entry = FullIntraRequestEntry { ssrc: ours, sequence_number: number };
                writer.full_intra_request(theirs, &[entry]);
            }
            Forgery::RtcpNack => {
                let lost: Vec<u16> = (0..64).map(|step| first.wrapping_add(step)).collect();
                writer.generic_nack(theirs, ours, &lost);
            }
            _ => {
                let heavy =
                    ReportBlock { ssrc: ours, fraction_lost: u8::MAX, ..ReportBlock::default() };
                writer.receiver_report(theirs, &[heavy]);
            }
        }
    }
}
