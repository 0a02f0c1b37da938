//! Receiver reports.

use super::ReportBlocks;

/// A receiver report, RFC 3550 section 6.4.2.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ReceiverReport<'a> {
    /// Who reports.
    pub ssrc: u32,
    /// What it received.
    pub blocks: ReportBlocks<'a>,
}

impl<'a> ReceiverReport<'a> {
    pub(super) fn parse(count: u8, content: &'a [u8]) -> Option<ReceiverReport<'a>> {
        let (ssrc, rest) = content.split_first_chunk()?;
        let blocks = ReportBlocks::parse(count, rest)?;
        Some(ReceiverReport { ssrc: u32::from_be_bytes(*ssrc), blocks })
    }
}
