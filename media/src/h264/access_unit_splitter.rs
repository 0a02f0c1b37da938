//! Where access units begin.

use std::collections::BTreeMap;

use super::picture_parameter_set::PictureParameterSet;
use super::sequence_parameter_set::SequenceParameterSet;
use super::slice_header::SliceHeader;
use super::{NalUnit, NalUnitType};

/// Tells, NAL unit by NAL unit in decoding order, where a new access unit begins (sections
/// 7.4.1.2.3 and 7.4.1.2.4). Where a slice's parameter sets are not known, a slice that begins with
/// macroblock 0 begins a picture.
#[derive(Clone, Debug, Default)]
pub struct AccessUnitSplitter {
    sequence_sets: BTreeMap<u32, SequenceParameterSet>,
    picture_sets: BTreeMap<u32, PictureParameterSet>,
    // The header of the last slice of this access unit, where it could be read.
    last_slice: Option<SliceHeader>,
    has_slice: bool,
    is_empty: bool,
}

impl AccessUnitSplitter {
    /// A splitter before the first NAL unit of a stream.
    pub fn new() -> Self {
        Self { is_empty: true, ..Self::default() }
    }

    /// Whether this NAL unit is the first of an access unit.
    pub fn begins(&mut self, unit: &NalUnit<'_>) -> bool {
        let begins = self.is_empty || self.begins_next(unit);
        if begins {
            self.has_slice = false;
            self.last_slice = None;
        }
        self.is_empty = false;
        self.keep(unit);
        begins
    }

    fn begins_next(&self, unit: &NalUnit<'_>) -> bool {
        if !self.has_slice {
            return false;
        }
        if unit.kind.begins_access_unit() {
            return true;
        }
        if !unit.kind.has_slice_header() {
            return false;
        }
        match (self.header(unit), &self.last_slice) {
            (Some(header), Some(last)) => header != *last,
            _ => SliceHeader::first_macroblock_and_set(unit).is_some_and(|(first, _)| first == 0),
        }
    }

    fn header(&self, unit: &NalUnit<'_>) -> Option<SliceHeader> {
        let (_, set) = SliceHeader::first_macroblock_and_set(unit)?;
        let picture = self.picture_sets.get(&set)?;
        let sequence = self.sequence_sets.get(&picture.sequence_id)?;
        SliceHeader::parse(unit, sequence, picture)
    }

    fn keep(&mut self, unit: &NalUnit<'_>) {
        match unit.kind {
            NalUnitType::SequenceParameterSet => {
                let set = SequenceParameterSet::parse(unit);
                self.sequence_sets.extend(set.map(|set| (set.id, set)));
            }
            NalUnitType::PictureParameterSet => {
                let set = PictureParameterSet::parse(unit);
                self.picture_sets.extend(set.map(|set| (set.id, set)));
            }
            kind if kind.has_slice_header() => {
                self.last_slice = self.header(unit);
                self.has_slice = true;
            }
            _ => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::h264::NalUnits;

    const SEQUENCE: [u8; 12] =
        [0x67, 0x42, 0xC0, 0x1E, 0x8C, 0x8D, 0x40, 0x50, 0x17, 0xFC, 0xB0, 0x0F];
    const PICTURE: [u8; 4] = [0x68, 0xCE, 0x3C, 0x80];

    /// How many NAL units each access unit of a stream has.
    fn counts(units: &[&[u8]]) -> Vec<usize> {
        let stream = units.iter().map(|unit| [&[0, 0, 0, 1], *unit].concat()).collect::<Vec<_>>();
        let mut splitter = AccessUnitSplitter::new();
        let mut counts = Vec::new();
        for unit in NalUnits::new(&stream.concat()) {
            if splitter.begins(&unit) {
                counts.push(0);
            }
            *counts.last_mut().expect("the first unit begins one") += 1;
        }
        counts
    }

    #[test]
    fn parameter_sets_and_slices_of_one_picture_stay_together() {
        let first: &[u8] = &[0x65, 0x88, 0x80, 0x10];
        let second: &[u8] = &[0x65, 0x08, 0x88, 0x01];
        assert_eq!(counts(&[&SEQUENCE, &PICTURE, first]), [3]);
        assert_eq!(counts(&[first, second]), [2], "no sets: the macroblock decides");
        assert_eq!(counts(&[first, first]), [1, 1]);
    }

    #[test]
    fn delimiters_and_information_begin_the_next_unit() {
        let slice: &[u8] = &[0x41, 0x9A, 0x20, 0x10];
        let delimiter: &[u8] = &[0x09, 0xF0];
        let information: &[u8] = &[0x06, 0x05, 0x01, 0x80];
        let stream = [delimiter, information, slice, delimiter, slice, information, slice];
        assert_eq!(counts(&stream), [3, 2, 2]);
        let filler: &[u8] = &[0x0C, 0xFF, 0x80];
        assert_eq!(counts(&[slice, filler, slice]), [2, 1], "filler data ends a unit");
    }

    #[test]
    fn a_change_of_frame_number_is_a_new_picture_in_any_order_of_slices() {
        // Slices of macroblocks 1 and 0 (arbitrary order) of frames 1 and 2.
        let slice = |first_is_zero: bool, frame: u8| -> Vec<u8> {
            let (code, length) = if first_is_zero { (0b1, 1) } else { (0b010, 3) };
            let mut bits: u64 = code;
            bits = bits << 1 | 1; // slice type 0
            bits = bits << 1 | 1; // picture parameter set 0
            bits = bits << 16 | u64::from(frame) << 12; // frame number and more
            let total = length + 2 + 16;
            let bytes = (bits << (64 - total)).to_be_bytes();
            [&[0x41][..], &bytes[..5], &[0x80]].concat()
        };
        let units = [slice(false, 1), slice(true, 1), slice(false, 2), slice(true, 2)];
        let mut stream: Vec<&[u8]> = vec![&SEQUENCE, &PICTURE];
        stream.extend(units.iter().map(Vec::as_slice));
        assert_eq!(counts(&stream), [4, 2]);
    }
}
