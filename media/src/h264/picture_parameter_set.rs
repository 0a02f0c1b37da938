//! The picture parameter set.

use super::bit_reader::BitReader;
use super::{NalUnit, NalUnitType};

/// What is read of a picture parameter set, section 7.3.2.2.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PictureParameterSet {
    /// `pic_parameter_set_id`, 0 to 255.
    pub id: u32,
    /// `seq_parameter_set_id`, 0 to 31.
    pub(super) sequence_id: u32,
    /// `bottom_field_pic_order_in_frame_present_flag`.
    pub(super) has_bottom_order: bool,
}

impl PictureParameterSet {
    /// Reads the set in a NAL unit; `None` where it is another or broken.
    pub fn parse(unit: &NalUnit<'_>) -> Option<Self> {
        if unit.kind != NalUnitType::PictureParameterSet {
            return None;
        }
        let payload = unit.payload(64);
        let mut reader = BitReader::new(&payload);
        let id = reader.unsigned().filter(|id| *id < 256)?;
        let sequence_id = reader.unsigned().filter(|id| *id < 32)?;
        let _entropy_coding = reader.flag()?;
        let has_bottom_order = reader.flag()?;
        Some(Self { id, sequence_id, has_bottom_order })
    }
}
