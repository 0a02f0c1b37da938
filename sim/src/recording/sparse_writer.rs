//! Writing bytes of which only parts are kept.

use std::ops::Range;

use super::numbers;

/// Writes parts of some bytes: how many there are, then, in turn, how many are left out and those
/// that are kept behind their number. What is left out is filled in when it is read.
#[derive(Debug)]
pub(super) struct SparseWriter<'a> {
    bytes: &'a [u8],
    position: usize,
    output: &'a mut Vec<u8>,
}

impl<'a> SparseWriter<'a> {
    /// Begins to write parts of `bytes`.
    pub(super) fn new(bytes: &'a [u8], output: &'a mut Vec<u8>) -> SparseWriter<'a> {
        numbers::write(bytes.len() as u64, output);
        SparseWriter { bytes, position: 0, output }
    }

    /// Keeps these bytes; they come in order, and empty ranges do not count.
    pub(super) fn keep(&mut self, range: Range<usize>) {
        let end = range.end.min(self.bytes.len());
        let start = range.start.max(self.position);
        if start >= end {
            return;
        }
        numbers::write((start - self.position) as u64, self.output);
        numbers::write_bytes(&self.bytes[start..end], self.output);
        self.position = end;
    }

    /// Leaves the rest out.
    pub(super) fn finish(self) {
        if self.position < self.bytes.len() {
            numbers::write((self.bytes.len() - self.position) as u64, self.output);
        }
    }
}
