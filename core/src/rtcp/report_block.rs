//! A report block.

use crate::wire::{ByteReader, Truncated};

/// What a receiver says of one source, RFC 3550 section 6.4.1.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct ReportBlock {
    /// The source reported on.
    pub ssrc: u32,
    /// Packets lost since the last report, in 1/256 of those expected.
    pub fraction_lost: u8,
    /// Packets lost since the beginning, 24 bits signed: duplicates count against it.
    pub cumulative_lost: i32,
    /// The highest sequence number received, with its number of cycles in the upper half.
    pub highest_sequence_number: u32,
    /// The interarrival jitter in units of the media clock.
    pub jitter: u32,
    /// The compact NTP timestamp of the last sender report from the source; 0 if there was none.
    pub last_sender_report: u32,
    /// From then to this report, in 1/65536 s.
    pub delay_since_last_sender_report: u32,
}

impl ReportBlock {
    /// Bytes of a block.
    pub const LENGTH: usize = 24;

    pub(super) fn parse(bytes: &[u8; ReportBlock::LENGTH]) -> Result<ReportBlock, Truncated> {
        let mut reader = ByteReader::new(bytes);
        Ok(ReportBlock {
            ssrc: reader.u32()?,
            fraction_lost: reader.u8()?,
            // Shifting up and back extends the sign of the 24 bits.
            cumulative_lost: (reader.u24()? << 8) as i32 >> 8,
            highest_sequence_number: reader.u32()?,
            jitter: reader.u32()?,
            last_sender_report: reader.u32()?,
            delay_since_last_sender_report: reader.u32()?,
        })
    }

    pub(super) fn write(&self, output: &mut Vec<u8>) {
        let lost = self.cumulative_lost.clamp(-0x80_0000, 0x7f_ffff) as u32 & 0xff_ffff;
        for word in [
            self.ssrc,
            u32::from(self.fraction_lost) << 24 | lost,
            self.highest_sequence_number,
            self.jitter,
            self.last_sender_report,
            self.delay_since_last_sender_report,
        ] {
            output.extend_from_slice(&word.to_be_bytes());
        }
    }
}
