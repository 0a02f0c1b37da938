//! Where a text has characters with a meaning.

use std::slice;

use wide::u8x16;

/// The places in a text at which a character stands that may have to be escaped, in order. Every such
/// character is found; of others, those of U+0080 to U+00BF and U+2000 to U+2FFF are found as well,
/// by their first byte in UTF-8.
///
/// Nearly all of a description has none, so it is looked at in pieces that a processor compares at
/// once.
pub(super) struct SpecialPlaces<'a> {
    pieces: slice::Iter<'a, [u8; SpecialPlaces::LANES]>,
    /// What is shorter than a piece.
    rest: &'a [u8],
    /// Where the piece begins that was looked at last.
    begin: usize,
    /// Where the next piece begins.
    next: usize,
    /// A bit for each place in the piece that is not given out yet.
    found: u32,
}

impl<'a> SpecialPlaces<'a> {
    const LANES: usize = 16;

    /// The places in `text`.
    pub(super) fn new(text: &'a str) -> SpecialPlaces<'a> {
        let (pieces, rest) = text.as_bytes().as_chunks();
        SpecialPlaces { pieces: pieces.iter(), rest, begin: 0, next: 0, found: 0 }
    }

    fn next_piece(&mut self) -> Option<[u8; SpecialPlaces::LANES]> {
        if let Some(piece) = self.pieces.next() {
            return Some(*piece);
        }
        let rest = std::mem::take(&mut self.rest);
        let mut piece = [b' '; SpecialPlaces::LANES];
        piece.iter_mut().zip(rest).for_each(|(to, from)| *to = *from);
        (!rest.is_empty()).then_some(piece)
    }
}

impl Iterator for SpecialPlaces<'_> {
    type Item = usize;

    fn next(&mut self) -> Option<usize> {
        while self.found == 0 {
            self.found = special_lanes(self.next_piece()?);
            self.begin = self.next;
            self.next += SpecialPlaces::LANES;
        }
        let lane = self.found.trailing_zeros();
        self.found &= self.found - 1;
        Some(self.begin + lane as usize)
    }
}

/// A bit for each byte that is a character that must be escaped, or begins one that may have to be:
/// U+0080 to U+00BF begin with 0xC2, U+2000 to U+2FFF with 0xE2.
fn special_lanes(piece: [u8; SpecialPlaces::LANES]) -> u32 {
    let bytes = u8x16::from(piece);
    let are = |byte| bytes.simd_eq(u8x16::splat(byte));
    let are_control = bytes.min(u8x16::splat(0x1f)).simd_eq(bytes) | are(0x7f);
    let begin_wide = (bytes | u8x16::splat(0x20)).simd_eq(u8x16::splat(0xe2));
    (are_control | begin_wide | are(b'|') | are(b'=') | are(b'%')).to_bitmask()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn places(text: &str) -> Vec<usize> {
        SpecialPlaces::new(text).collect()
    }

    #[test]
    fn each_byte_is_told_apart_in_every_lane() {
        for byte in 0..=u8::MAX {
            let is_special = byte < 0x20 || matches!(byte, 0x7f | b'|' | b'=' | b'%' | 0xc2 | 0xe2);
            for lane in 0..SpecialPlaces::LANES {
                let mut piece = [b'a'; SpecialPlaces::LANES];
                piece[lane] = byte;
                assert_eq!(special_lanes(piece), u32::from(is_special) << lane, "{byte:#x}");
            }
        }
    }

    #[test]
    fn places_come_in_order_whatever_the_length() {
        for length in 0..70 {
            let text: String = (0..length).map(|at| if at % 7 == 3 { '%' } else { 'x' }).collect();
            let expected: Vec<usize> = (0..length).filter(|at| at % 7 == 3).collect();
            assert_eq!(places(&text), expected, "{length}");
            assert_eq!(places(&"|".repeat(length)), (0..length).collect::<Vec<_>>());
        }
    }
}
