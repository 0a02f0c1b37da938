//! A NAL unit in a stream.

use std::ops::Range;

use super::NalUnitType;

/// A NAL unit and where it stands in its stream.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NalUnit<'a> {
    /// Its type.
    pub kind: NalUnitType,
    /// Its bytes from the header on, without start code and trailing zeros.
    pub bytes: &'a [u8],
    /// Its place in the stream with its start code and all zeros around it.
    pub range: Range<usize>,
}

impl NalUnit<'_> {
    /// `nal_ref_idc`: zero where no other picture refers to this one.
    pub fn reference_importance(&self) -> u8 {
        self.bytes.first().map_or(0, |header| header >> 5 & 3)
    }

    /// Its payload without the header and the bytes that prevent false start codes, section 7.4.1;
    /// at most the first `most` bytes.
    pub fn payload(&self, most: usize) -> Vec<u8> {
        let mut payload = Vec::with_capacity(most.min(self.bytes.len()));
        let mut zeros = 0;
        for &byte in self.bytes.iter().skip(1) {
            if payload.len() == most {
                break;
            }
            if zeros >= 2 && byte == 3 {
                zeros = 0;
                continue;
            }
            zeros = if byte == 0 { zeros + 1 } else { 0 };
            payload.push(byte);
        }
        payload
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn emulation_prevention_is_taken_out() {
        let bytes = &[0x67, 1, 0, 0, 3, 1, 0, 0, 3, 0, 0, 3];
        let unit = NalUnit { kind: NalUnitType::SequenceParameterSet, bytes, range: 0..12 };
        assert_eq!(unit.payload(100), [1, 0, 0, 1, 0, 0, 0, 0]);
        assert_eq!(unit.payload(3), [1, 0, 0]);
        assert_eq!(unit.reference_importance(), 3);
    }
}
