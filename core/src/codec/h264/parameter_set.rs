//! One remembered parameter set.

use super::NalUnitHeader;

/// A sequence or picture parameter set: its type, its identifier and its bytes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ParameterSet {
    pub(super) unit_type: u8,
    pub(super) id: u32,
    pub(super) unit: Vec<u8>,
}

impl ParameterSet {
    /// The type of NAL unit.
    pub fn unit_type(&self) -> u8 {
        self.unit_type
    }

    /// The whole NAL unit.
    pub fn unit(&self) -> &[u8] {
        &self.unit
    }

    /// The identifier of a parameter set's NAL unit: `seq_parameter_set_id` of ITU-T H.264
    /// section 7.3.2.1.1 or `pic_parameter_set_id` of section 7.3.2.2; `None` if it is cut off or
    /// the unit is neither.
    pub fn id_of(unit: &[u8]) -> Option<u32> {
        let header = NalUnitHeader(*unit.first()?);
        match header.unit_type() {
            NalUnitHeader::SEQUENCE_PARAMETER_SET => exponential_golomb(unit.get(4..)?),
            NalUnitHeader::PICTURE_PARAMETER_SET => exponential_golomb(unit.get(1..)?),
            _ => None,
        }
    }
}

/// The unsigned Exp-Golomb number at the start of `bytes`, ITU-T H.264 section 9.1, if it has at
/// most 17 bits: identifiers have fewer.
fn exponential_golomb(bytes: &[u8]) -> Option<u32> {
    let byte = |index: usize| bytes.get(index).copied().unwrap_or(0);
    let word = u32::from_be_bytes([*bytes.first()?, byte(1), byte(2), byte(3)]);
    let zeros = word.leading_zeros();
    let is_short = zeros <= 8;
    is_short.then(|| (word << zeros >> (31 - zeros)) - 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn identifiers_are_read() {
        assert_eq!(ParameterSet::id_of(&[0x67, 66, 0, 31, 0x80]), Some(0));
        assert_eq!(ParameterSet::id_of(&[0x67, 66, 0, 31, 0x40]), Some(1));
        assert_eq!(ParameterSet::id_of(&[0x68, 0x30]), Some(5));
        assert_eq!(ParameterSet::id_of(&[0x68, 0x00, 0x80, 0x00]), Some(255));
        assert_eq!(ParameterSet::id_of(&[0x68, 0, 0, 0, 0]), None);
        assert_eq!(ParameterSet::id_of(&[0x67, 66]), None);
        assert_eq!(ParameterSet::id_of(&[0x65, 0x80]), None);
    }
}
