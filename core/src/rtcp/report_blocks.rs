//! The report blocks of a report.

use super::ReportBlock;

/// Iterates over the blocks of a sender or receiver report.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct ReportBlocks<'a> {
    blocks: &'a [[u8; ReportBlock::LENGTH]],
}

impl<'a> ReportBlocks<'a> {
    /// The first `count` blocks of `bytes`; profile-specific extensions may follow them.
    pub(super) fn parse(count: u8, bytes: &'a [u8]) -> Option<ReportBlocks<'a>> {
        let blocks = bytes.as_chunks().0.get(..usize::from(count))?;
        Some(ReportBlocks { blocks })
    }
}

impl Iterator for ReportBlocks<'_> {
    type Item = ReportBlock;

    fn next(&mut self) -> Option<ReportBlock> {
        let (first, rest) = self.blocks.split_first()?;
        self.blocks = rest;
        ReportBlock::parse(first).ok()
    }
}
