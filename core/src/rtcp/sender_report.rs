//! Sender reports.

use super::{NtpTime, ReportBlocks, SenderInformation};
use crate::wire::ByteReader;

/// A sender report, RFC 3550 section 6.4.1.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SenderReport<'a> {
    /// Who reports.
    pub ssrc: u32,
    /// What it sent.
    pub information: SenderInformation,
    /// What it received.
    pub blocks: ReportBlocks<'a>,
}

impl<'a> SenderReport<'a> {
    pub(super) fn parse(count: u8, content: &'a [u8]) -> Option<SenderReport<'a>> {
        let mut reader = ByteReader::new(content);
        let ssrc = reader.u32().ok()?;
        let information = SenderInformation {
            ntp: NtpTime::from_bits(reader.u64().ok()?),
            rtp_timestamp: reader.u32().ok()?,
            packet_count: reader.u32().ok()?,
            octet_count: reader.u32().ok()?,
        };
        let blocks = ReportBlocks::parse(count, reader.rest())?;
        Some(SenderReport { ssrc, information, blocks })
    }
}
