//! One encoded picture.

use super::{NalUnitType, NalUnits};

/// One encoded picture with all that belongs to it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AccessUnit {
    /// NAL units in Annex B byte-stream format.
    pub data: Vec<u8>,
    /// Whether it is an IDR picture: decodable without what came before.
    pub is_key_frame: bool,
}

impl AccessUnit {
    /// The access unit in `data`, which is looked through for an IDR slice.
    pub fn from_annex_b(data: Vec<u8>) -> Self {
        let is_key_frame = NalUnits::new(&data).any(|unit| unit.kind == NalUnitType::IdrSlice);
        Self { data, is_key_frame }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_idr_slice_makes_a_key_frame() {
        let frame = |header| AccessUnit::from_annex_b(vec![0, 0, 0, 1, 0x67, 1, 0, 0, 1, header]);
        assert!(frame(0x65).is_key_frame);
        assert!(!frame(0x41).is_key_frame);
        assert!(!AccessUnit::from_annex_b(Vec::new()).is_key_frame);
    }
}
