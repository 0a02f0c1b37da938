//! The sequence numbers in a generic NACK.

/// Iterates over the sequence numbers that a generic NACK asks for, RFC 4585 section 6.2.1.
#[derive(Clone, Copy, Debug)]
pub struct LostSequenceNumbers<'a> {
    entries: &'a [[u8; 4]],
    /// The packets not yet named of the entry before `entries`: bit `n` stands for `base + n`.
    pending: u32,
    base: u16,
}

impl<'a> LostSequenceNumbers<'a> {
    pub(super) const fn new(entries: &'a [[u8; 4]]) -> LostSequenceNumbers<'a> {
        LostSequenceNumbers { entries, pending: 0, base: 0 }
    }
}

impl Iterator for LostSequenceNumbers<'_> {
    type Item = u16;

    fn next(&mut self) -> Option<u16> {
        if self.pending == 0 {
            let ([p0, p1, b0, b1], rest) = self.entries.split_first()?;
            self.entries = rest;
            self.base = u16::from_be_bytes([*p0, *p1]);
            self.pending = u32::from(u16::from_be_bytes([*b0, *b1])) << 1 | 1;
        }
        let bit = self.pending.trailing_zeros();
        self.pending &= self.pending - 1;
        Some(self.base.wrapping_add(bit as u16))
    }
}
