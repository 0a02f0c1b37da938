//! The beginning of a slice header.

use super::bit_reader::BitReader;
use super::picture_parameter_set::PictureParameterSet;
use super::sequence_parameter_set::SequenceParameterSet;
use super::{NalUnit, NalUnitType};

/// The fields of a slice header that tell one picture from the next, section 7.4.1.2.4.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct SliceHeader {
    picture_parameter_set: u32,
    frame_number: u32,
    // `field_pic_flag` and `bottom_field_flag`.
    field: (bool, bool),
    is_reference: bool,
    // `idr_pic_id` of an IDR picture.
    idr: Option<u32>,
    // `pic_order_cnt_lsb`, and `delta_pic_order_cnt_bottom` or the two of `delta_pic_order_cnt`.
    order: (u32, [i32; 2]),
}

impl SliceHeader {
    /// `first_mb_in_slice` and `pic_parameter_set_id`, which can be read without parameter sets.
    pub(super) fn first_macroblock_and_set(unit: &NalUnit<'_>) -> Option<(u32, u32)> {
        let payload = unit.payload(16);
        let mut reader = BitReader::new(&payload);
        let first = reader.unsigned()?;
        let _slice_type = reader.unsigned()?;
        Some((first, reader.unsigned()?))
    }

    pub(super) fn parse(
        unit: &NalUnit<'_>,
        sequence: &SequenceParameterSet,
        picture: &PictureParameterSet,
    ) -> Option<Self> {
        let payload = unit.payload(64);
        let mut reader = BitReader::new(&payload);
        let _first_macroblock = reader.unsigned()?;
        let _slice_type = reader.unsigned()?;
        let picture_parameter_set = reader.unsigned()?;
        if sequence.separate_planes {
            reader.bits(2)?;
        }
        let frame_number = reader.bits(sequence.frame_number_bits)?;
        let is_field = !sequence.frames_only && reader.flag()?;
        let field = (is_field, is_field && reader.flag()?);
        let is_idr = unit.kind == NalUnitType::IdrSlice;
        let idr = if is_idr { Some(reader.unsigned()?) } else { None };
        let has_bottom = picture.has_bottom_order && !is_field;
        let order = order(sequence, has_bottom, &mut reader)?;
        let is_reference = unit.reference_importance() != 0;
        Some(Self { picture_parameter_set, frame_number, field, is_reference, idr, order })
    }
}

fn order(
    sequence: &SequenceParameterSet,
    has_bottom: bool,
    reader: &mut BitReader<'_>,
) -> Option<(u32, [i32; 2])> {
    let mut order = (0, [0; 2]);
    if sequence.order_count_type == 0 {
        order.0 = reader.bits(sequence.order_count_bits)?;
        if has_bottom {
            order.1[0] = reader.signed()?;
        }
    }
    if sequence.order_count_type == 1 && !sequence.order_delta_is_zero {
        order.1[0] = reader.signed()?;
        if has_bottom {
            order.1[1] = reader.signed()?;
        }
    }
    Some(order)
}
