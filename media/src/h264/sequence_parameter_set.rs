//! The sequence parameter set.

use super::bit_reader::BitReader;
use super::{NalUnit, NalUnitType};
use crate::picture::PictureSize;

/// What is read of a sequence parameter set, section 7.3.2.1.1.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SequenceParameterSet {
    /// `seq_parameter_set_id`, 0 to 31.
    pub id: u32,
    /// `profile_idc`.
    pub profile: u8,
    /// The constraint flags, `constraint_set0_flag` in the most significant bit.
    pub constraints: u8,
    /// `level_idc`: ten times the level.
    pub level: u8,
    /// The size of the picture within the cropping rectangle, in luma samples.
    pub size: (usize, usize),
    /// Bits of `frame_num`.
    pub(super) frame_number_bits: u32,
    /// `pic_order_cnt_type`.
    pub(super) order_count_type: u32,
    /// Bits of `pic_order_cnt_lsb`.
    pub(super) order_count_bits: u32,
    /// `delta_pic_order_always_zero_flag`.
    pub(super) order_delta_is_zero: bool,
    /// `frame_mbs_only_flag`.
    pub(super) frames_only: bool,
    /// `separate_colour_plane_flag`.
    pub(super) separate_planes: bool,
}

impl SequenceParameterSet {
    /// Reads the set in a NAL unit; `None` where it is another or broken.
    pub fn parse(unit: &NalUnit<'_>) -> Option<Self> {
        if unit.kind != NalUnitType::SequenceParameterSet {
            return None;
        }
        let payload = unit.payload(4_096);
        let mut reader = BitReader::new(&payload);
        let profile = reader.bits(8)? as u8;
        let constraints = reader.bits(8)? as u8;
        let level = reader.bits(8)? as u8;
        let id = reader.unsigned().filter(|id| *id < 32)?;
        let (chroma, separate_planes) = chroma_format(profile, &mut reader)?;
        let frame_number_bits = 4 + reader.unsigned().filter(|more| *more <= 12)?;
        let (order_count_type, order_count_bits, order_delta_is_zero) = order_count(&mut reader)?;
        let _most_references = reader.unsigned()?;
        let _gaps_allowed = reader.flag()?;
        let (size, frames_only) = picture_size(chroma, &mut reader)?;
        Some(Self {
            id,
            profile,
            constraints,
            level,
            size,
            frame_number_bits,
            order_count_type,
            order_count_bits,
            order_delta_is_zero,
            frames_only,
            separate_planes,
        })
    }

    /// The size of the pictures, where it is one that the codec can do.
    pub fn picture_size(&self) -> Option<PictureSize> {
        PictureSize::within(self.size.0, self.size.1).ok()
    }
}

/// `chroma_format_idc` and `separate_colour_plane_flag`, and on past the scaling matrices.
fn chroma_format(profile: u8, reader: &mut BitReader<'_>) -> Option<(u32, bool)> {
    const WITH_CHROMA: [u8; 13] = [100, 110, 122, 244, 44, 83, 86, 118, 128, 138, 139, 134, 135];
    if !WITH_CHROMA.contains(&profile) {
        return Some((1, false));
    }
    let chroma = reader.unsigned().filter(|format| *format <= 3)?;
    let separate = chroma == 3 && reader.flag()?;
    let _luma_depth = reader.unsigned()?;
    let _chroma_depth = reader.unsigned()?;
    let _lossless_bypass = reader.flag()?;
    if reader.flag()? {
        for list in 0..if chroma == 3 { 12 } else { 8 } {
            if reader.flag()? {
                pass_scaling_list(if list < 6 { 16 } else { 64 }, reader)?;
            }
        }
    }
    Some((chroma, separate))
}

/// Passes over a scaling list, section 7.3.2.1.1.1.
fn pass_scaling_list(length: u32, reader: &mut BitReader<'_>) -> Option<()> {
    let (mut last, mut next) = (8, 8);
    for _ in 0..length {
        if next != 0 {
            next = (last + reader.signed()?).rem_euclid(256);
        }
        last = if next == 0 { last } else { next };
    }
    Some(())
}

/// `pic_order_cnt_type`, the bits of its least significant part, and whether deltas are absent.
fn order_count(reader: &mut BitReader<'_>) -> Option<(u32, u32, bool)> {
    let kind = reader.unsigned().filter(|kind| *kind <= 2)?;
    let (mut bits, mut delta_is_zero) = (0, false);
    match kind {
        0 => bits = 4 + reader.unsigned().filter(|more| *more <= 12)?,
        1 => {
            delta_is_zero = reader.flag()?;
            let _offset_without_reference = reader.signed()?;
            let _offset_top_to_bottom = reader.signed()?;
            for _ in 0..reader.unsigned().filter(|count| *count <= 255)? {
                reader.signed()?;
            }
        }
        _ => {}
    }
    Some((kind, bits, delta_is_zero))
}

/// The cropped size in luma samples, and `frame_mbs_only_flag`.
fn picture_size(chroma: u32, reader: &mut BitReader<'_>) -> Option<((usize, usize), bool)> {
    let in_bounds = |macroblocks: &u32| *macroblocks < 1_024;
    let columns = 1 + reader.unsigned().filter(in_bounds)? as usize;
    let map_rows = 1 + reader.unsigned().filter(in_bounds)? as usize;
    let frames_only = reader.flag()?;
    let fields = if frames_only { 1 } else { 2 };
    if !frames_only {
        let _adaptive = reader.flag()?;
    }
    let _direct_inference = reader.flag()?;
    let mut crop = [0; 4];
    if reader.flag()? {
        for side in &mut crop {
            *side = reader.unsigned()? as usize;
        }
    }
    let across = if matches!(chroma, 1 | 2) { 2 } else { 1 };
    let down = fields * if chroma == 1 { 2 } else { 1 };
    let width = (columns * 16).checked_sub(crop[0].checked_add(crop[1])?.checked_mul(across)?)?;
    let rows = map_rows * 16 * fields;
    let height = rows.checked_sub(crop[2].checked_add(crop[3])?.checked_mul(down)?)?;
    Some(((width, height), frames_only))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::h264::NalUnits;

    fn parse(bytes: &[u8]) -> Option<SequenceParameterSet> {
        let stream = [&[0, 0, 1], bytes].concat();
        NalUnits::new(&stream).next().and_then(|unit| SequenceParameterSet::parse(&unit))
    }

    #[test]
    fn a_constrained_baseline_set_is_read() {
        // 640x360: 40 x 23 macroblocks, 8 rows cropped.
        let set = parse(&[0x67, 0x42, 0xC0, 0x1E, 0x8C, 0x8D, 0x40, 0x50, 0x17, 0xFC, 0xB0, 0x0F]);
        let set = set.expect("a set");
        assert_eq!((set.profile, set.constraints, set.level, set.id), (66, 0xC0, 30, 0));
        assert_eq!(set.size, (640, 360));
    }

    #[test]
    fn a_high_profile_set_is_read() {
        // 1920x1080 of a common encoder.
        let set = parse(&[
            0x67, 0x64, 0x00, 0x28, 0xAC, 0xD9, 0x40, 0x78, 0x02, 0x27, 0xE5, 0xC0, 0x44, 0x00,
            0x00, 0x03, 0x00, 0x04, 0x00, 0x00, 0x03, 0x00, 0xF0, 0x3C, 0x60, 0xC6, 0x58,
        ]);
        assert_eq!(set.map(|set| (set.profile, set.size)), Some((100, (1_920, 1_080))));
    }

    #[test]
    fn broken_sets_are_none() {
        let whole = [0x67, 0x42, 0xC0, 0x1E, 0x8C, 0x8D, 0x40, 0x50, 0x17, 0xFC, 0xB0, 0x0F];
        for length in 1..8 {
            assert_eq!(parse(&whole[..length]), None, "{length} bytes");
        }
        assert_eq!(parse(&[0x68, 0xCE, 0x3C, 0x80]), None, "another kind");
        assert_eq!(
            parse(&[&[0x67, 0x42, 0xC0, 0x1E][..], &[0; 40], &[1]].concat()),
            None,
            "no codes"
        );
    }
}
