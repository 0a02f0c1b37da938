//! Reading bits.

/// Reads a payload bit by bit, most significant first. Past the end everything is `None`.
#[derive(Clone, Debug)]
pub(super) struct BitReader<'a> {
    bytes: &'a [u8],
    position: usize,
}

impl<'a> BitReader<'a> {
    pub(super) fn new(bytes: &'a [u8]) -> Self {
        Self { bytes, position: 0 }
    }

    pub(super) fn flag(&mut self) -> Option<bool> {
        let byte = self.bytes.get(self.position / 8)?;
        let bit = byte >> (7 - self.position % 8) & 1;
        self.position += 1;
        Some(bit == 1)
    }

    /// `u(count)`, at most 32 bits.
    pub(super) fn bits(&mut self, count: u32) -> Option<u32> {
        (0..count).try_fold(0, |value, _| Some(value << 1 | u32::from(self.flag()?)))
    }

    /// `ue(v)`, section 9.1: an unsigned number in Exp-Golomb code.
    pub(super) fn unsigned(&mut self) -> Option<u32> {
        let mut zeros = 0;
        while !self.flag()? {
            zeros += 1;
            if zeros > 31 {
                return None;
            }
        }
        Some((1 << zeros) - 1 + self.bits(zeros)?)
    }

    /// `se(v)`, section 9.1.1: a signed number in Exp-Golomb code.
    pub(super) fn signed(&mut self) -> Option<i32> {
        let code = self.unsigned()?;
        let half = code.div_ceil(2) as i32;
        Some(if code.is_multiple_of(2) { -half } else { half })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn exp_golomb_codes_of_table_9_2() {
        // 1, 010, 011, 00100, 00101, 00110 and the rest zero.
        let bytes = [0b1010_0110, 0b0100_0010, 0b1001_1000];
        let mut reader = BitReader::new(&bytes);
        let values: Vec<u32> = (0..6).map_while(|_| reader.unsigned()).collect();
        assert_eq!(values, [0, 1, 2, 3, 4, 5]);
        let mut reader = BitReader::new(&bytes);
        let values: Vec<i32> = (0..6).map_while(|_| reader.signed()).collect();
        assert_eq!(values, [0, 1, -1, 2, -2, 3]);
    }

    #[test]
    fn the_end_is_none_and_so_is_an_endless_code() {
        assert_eq!(BitReader::new(&[0xFF]).bits(9), None);
        assert_eq!(BitReader::new(&[0; 16]).unsigned(), None);
        assert_eq!(BitReader::new(&[0; 2]).unsigned(), None);
        let longest = [0, 0, 0, 1, 0xFF, 0xFF, 0xFF, 0xFF];
        assert_eq!(BitReader::new(&longest).unsigned(), Some(u32::MAX - 1));
    }
}
