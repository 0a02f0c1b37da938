//! The NAL units of a stream.

use super::{NalUnit, NalUnitType};

/// Goes through a byte stream (Annex B) NAL unit by NAL unit. The ranges of the units cover the
/// stream without a gap from the first start code on; empty units are left out.
#[derive(Clone, Debug)]
pub struct NalUnits<'a> {
    stream: &'a [u8],
    // Where the next start code is, zeros before it included.
    position: usize,
}

impl<'a> NalUnits<'a> {
    /// The NAL units of `stream`. What comes before the first start code is passed over.
    pub fn new(stream: &'a [u8]) -> Self {
        Self { stream, position: find_start_code(stream, 0) }
    }

    fn next_unit(&mut self) -> NalUnit<'a> {
        let start = self.position;
        let zeros = self.stream[start..].iter().take_while(|&&byte| byte == 0).count();
        let header = (start + zeros + 1).min(self.stream.len());
        self.position = find_start_code(self.stream, header);
        let bytes = without_zeros(&self.stream[header..self.position]);
        let kind = NalUnitType::from_header(bytes.first().copied().unwrap_or(0));
        NalUnit { kind, bytes, range: start..self.position }
    }
}

/// The bytes up to the last that is not zero.
fn without_zeros(bytes: &[u8]) -> &[u8] {
    let end = bytes.iter().rposition(|&byte| byte != 0).map_or(0, |last| last + 1);
    &bytes[..end]
}

/// Where the next start code begins, with all the zeros before it, or the stream's end.
fn find_start_code(stream: &[u8], from: usize) -> usize {
    let rest = &stream[from..];
    let Some(found) = rest.windows(3).position(|window| window == [0, 0, 1]) else {
        return stream.len();
    };
    let zeros = rest[..found].iter().rev().take_while(|&&byte| byte == 0).count();
    from + found - zeros
}

impl<'a> Iterator for NalUnits<'a> {
    type Item = NalUnit<'a>;

    fn next(&mut self) -> Option<NalUnit<'a>> {
        while self.position < self.stream.len() {
            let unit = self.next_unit();
            if !unit.bytes.is_empty() {
                return Some(unit);
            }
        }
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn split(stream: &[u8]) -> Vec<(Vec<u8>, std::ops::Range<usize>)> {
        NalUnits::new(stream).map(|unit| (unit.bytes.to_vec(), unit.range)).collect()
    }

    #[test]
    fn both_lengths_of_start_code_are_found() {
        let stream = [0, 0, 0, 1, 0x67, 5, 0, 0, 1, 0x68, 0, 0, 0, 1, 0x65, 1, 2];
        let units = [(vec![0x67, 5], 0..6), (vec![0x68], 6..10), (vec![0x65, 1, 2], 10..17)];
        assert_eq!(split(&stream), units);
    }

    #[test]
    fn what_is_no_stream_has_no_units() {
        for stream in [&[][..], &[0], &[0, 0, 0, 0], &[1, 2, 3], &[0, 0, 1], &[0, 0, 1, 0, 0, 1]] {
            assert_eq!(split(stream), [], "{stream:?}");
        }
    }

    #[test]
    fn bytes_before_and_zeros_after_are_no_part_of_a_unit() {
        let stream = [9, 9, 0, 0, 1, 0x41, 7, 0, 0, 0];
        assert_eq!(split(&stream), [(vec![0x41, 7], 2..10)]);
    }
}
