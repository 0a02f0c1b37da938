//! NAL units in a byte stream.

/// Bytes compared at once; compiled to vector instructions.
const BLOCK: usize = 64;

/// Iterates over the NAL units of an Annex B byte stream, without start codes and without the
/// zero bytes that may follow a NAL unit, ITU-T H.264 section B.1.
///
/// Bytes before the first start code are passed over, and empty NAL units too.
#[derive(Clone, Debug)]
pub struct NalUnits<'a> {
    /// What follows the last start code found; `None` at the end.
    rest: Option<&'a [u8]>,
}

impl<'a> NalUnits<'a> {
    /// The NAL units of `stream`.
    pub fn new(stream: &'a [u8]) -> NalUnits<'a> {
        NalUnits { rest: find_start_code(stream).map(|at| &stream[at + 3..]) }
    }
}

impl<'a> Iterator for NalUnits<'a> {
    type Item = &'a [u8];

    fn next(&mut self) -> Option<&'a [u8]> {
        loop {
            let stream = self.rest?;
            let end = find_start_code(stream);
            self.rest = end.map(|at| &stream[at + 3..]);
            let unit = without_trailing_zeros(&stream[..end.unwrap_or(stream.len())]);
            if !unit.is_empty() {
                return Some(unit);
            }
        }
    }
}

fn without_trailing_zeros(bytes: &[u8]) -> &[u8] {
    let end = bytes.iter().rposition(|byte| *byte != 0).map_or(0, |last| last + 1);
    &bytes[..end]
}

/// Where the first `00 00 01` begins.
fn find_start_code(bytes: &[u8]) -> Option<usize> {
    let mut start = 0;
    while let Some(block) = bytes.get(start..start + BLOCK + 1) {
        if has_two_zeros(block) {
            let end = bytes.len().min(start + BLOCK + 2);
            if let Some(at) = find_in_block(&bytes[start..end]) {
                return Some(start + at);
            }
        }
        start += BLOCK;
    }
    find_in_block(&bytes[start.min(bytes.len())..]).map(|at| start + at)
}

/// Whether two zeros stand side by side among a block and the byte after it.
fn has_two_zeros(block: &[u8]) -> bool {
    let pairs = block.iter().zip(&block[1..]);
    pairs.fold(false, |found, (a, b)| found | (a | b == 0))
}

fn find_in_block(bytes: &[u8]) -> Option<usize> {
    bytes.windows(3).position(|window| *window == [0, 0, 1])
}

#[cfg(test)]
mod tests {
    use super::*;

    fn units(stream: &[u8]) -> Vec<&[u8]> {
        NalUnits::new(stream).collect()
    }

    #[test]
    fn start_codes_of_three_and_four_bytes_part_units() {
        let stream = [0, 0, 0, 1, 0x67, 1, 0, 0, 1, 0x68, 2, 0, 0, 0, 0, 1, 0x65, 3, 0, 0];
        assert_eq!(units(&stream), [&[0x67, 1][..], &[0x68, 2], &[0x65, 3]]);
    }

    #[test]
    fn nothing_is_found_where_nothing_is() {
        assert!(units(&[]).is_empty());
        assert!(units(&[0, 0]).is_empty());
        assert!(units(&[1, 2, 3, 0, 0, 2]).is_empty());
        assert!(units(&[0, 0, 1]).is_empty());
        assert_eq!(units(&[0, 0, 1, 0, 0, 1, 7]), [&[7][..]]);
    }

    #[test]
    fn a_start_code_is_found_at_every_offset() {
        for offset in 0..200 {
            let mut stream = vec![9; 300];
            stream[offset..offset + 3].copy_from_slice(&[0, 0, 1]);
            assert_eq!(units(&stream), [&stream[offset + 3..]], "at {offset}");
        }
    }
}
