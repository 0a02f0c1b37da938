//! The access units of a stream.

use std::collections::BTreeMap;
use std::ops::Range;

use super::AnnexBError;
use crate::h264::{
    AccessUnit, AccessUnitSplitter, NalUnit, NalUnitType, NalUnits, PictureParameterSet,
    SequenceParameterSet,
};
use crate::picture::PictureSize;

/// A stream in memory and where its access units are.
#[derive(Clone, Debug)]
pub struct AnnexBStream {
    bytes: Vec<u8>,
    units: Vec<Unit>,
    size: PictureSize,
}

/// Where it is, whether it is an IDR picture, and the parameter sets it lacks.
type Unit = (Range<usize>, bool, Vec<u8>);

impl AnnexBStream {
    /// Finds the access units from the first IDR picture on.
    ///
    /// # Errors
    /// When there is no IDR picture, or none with parameter sets before it.
    pub fn new(bytes: Vec<u8>) -> Result<Self, AnnexBError> {
        let units = split(&bytes);
        let size = NalUnits::new(&bytes)
            .take_while(|unit| unit.kind != NalUnitType::IdrSlice)
            .filter_map(|unit| SequenceParameterSet::parse(&unit))
            .filter_map(|set| set.picture_size())
            .last();
        if units.is_empty() {
            return Err(AnnexBError::NoKeyFrame);
        }
        let size = size.ok_or(AnnexBError::NoParameterSet)?;
        Ok(Self { bytes, units, size })
    }

    /// The size of the first picture.
    pub fn size(&self) -> PictureSize {
        self.size
    }

    /// How many access units there are.
    pub fn len(&self) -> usize {
        self.units.len()
    }

    /// Never: a stream has at least one access unit.
    pub fn is_empty(&self) -> bool {
        self.units.is_empty()
    }

    /// Access unit `index`, counted over and over.
    pub fn access_unit(&self, index: usize) -> AccessUnit {
        let (range, is_key_frame, sets) = &self.units[index % self.units.len()];
        let data = [sets, &self.bytes[range.clone()]].concat();
        AccessUnit { data, is_key_frame: *is_key_frame }
    }

    /// The first IDR picture at `index` or after it; `index` counts over and over.
    pub fn key_frame_from(&self, index: usize) -> usize {
        let next = (index..index + self.units.len()).find(|at| self.units[at % self.len()].1);
        // The first unit is one, so that there always is a next.
        next.unwrap_or(index)
    }
}

/// The access units from the first IDR picture on.
fn split(bytes: &[u8]) -> Vec<Unit> {
    let mut splitter = AccessUnitSplitter::new();
    let mut sets = BTreeMap::new();
    let mut units: Vec<Unit> = Vec::new();
    let mut has_sets = false;
    for unit in NalUnits::new(bytes) {
        if splitter.begins(&unit) {
            units.push((unit.range.clone(), false, Vec::new()));
            has_sets = false;
        }
        has_sets |= unit.kind == NalUnitType::SequenceParameterSet;
        keep_set(&unit, bytes, &mut sets);
        let Some(current) = units.last_mut() else { continue };
        current.0.end = unit.range.end;
        if unit.kind == NalUnitType::IdrSlice && !current.1 {
            current.1 = true;
            if !has_sets {
                current.2 = sets.values().flat_map(|set| set.iter().copied()).collect();
            }
        }
    }
    let first = units.iter().position(|unit| unit.1).unwrap_or(units.len());
    units.split_off(first)
}

/// Keeps a parameter set with its start code: sequence sets sort before picture sets, by number.
fn keep_set<'a>(unit: &NalUnit<'_>, bytes: &'a [u8], sets: &mut BTreeMap<(u8, Vec<u8>), &'a [u8]>) {
    let order = match unit.kind {
        NalUnitType::SequenceParameterSet => 0,
        NalUnitType::PictureParameterSet => 1,
        _ => return,
    };
    // A set replaces the one of the same number. The number of a picture set comes first in it,
    // that of a sequence set after profile and level.
    let number = if order == 0 {
        SequenceParameterSet::parse(unit).map(|set| vec![set.id as u8])
    } else {
        PictureParameterSet::parse(unit).map(|set| vec![set.id as u8])
    };
    sets.insert((order, number.unwrap_or_else(|| unit.bytes.to_vec())), &bytes[unit.range.clone()]);
}

#[cfg(test)]
mod tests {
    use super::*;

    const SEQUENCE: &[u8] =
        &[0, 0, 0, 1, 0x67, 0x42, 0xC0, 0x1E, 0x8C, 0x8D, 0x40, 0x50, 0x17, 0xFC, 0xB0, 0x0F];
    const PICTURE: &[u8] = &[0, 0, 0, 1, 0x68, 0xCE, 0x3C, 0x80];
    const IDR: &[u8] = &[0, 0, 1, 0x65, 0x88, 0x84, 0x00, 0x10];
    const FIRST: &[u8] = &[0, 0, 0, 1, 0x41, 0x9A, 0x24, 0x6C];
    const SECOND: &[u8] = &[0, 0, 0, 1, 0x41, 0x9A, 0x46, 0x3C];

    fn units(stream: &AnnexBStream, count: usize) -> Vec<(Vec<u8>, bool)> {
        let units = (0..count).map(|index| stream.access_unit(index));
        units.map(|unit| (unit.data, unit.is_key_frame)).collect()
    }

    #[test]
    fn units_keep_their_bytes_and_repeat() {
        let first = [SEQUENCE, PICTURE, IDR].concat();
        let stream = AnnexBStream::new([&first[..], FIRST, SECOND].concat()).expect("usable");
        assert_eq!(stream.size().to_string(), "640x360");
        let expected = [(first.clone(), true), (FIRST.to_vec(), false), (SECOND.to_vec(), false)];
        assert_eq!(units(&stream, 3), expected);
        assert_eq!(stream.access_unit(3).data, first);
        assert_eq!((stream.key_frame_from(0), stream.key_frame_from(1)), (0, 3));
    }

    #[test]
    fn sending_starts_at_an_idr_picture_and_later_ones_get_parameter_sets() {
        let bytes = [SEQUENCE, PICTURE, FIRST, IDR, SECOND].concat();
        let stream = AnnexBStream::new(bytes).expect("usable");
        let whole = [SEQUENCE, PICTURE, IDR].concat();
        assert_eq!(units(&stream, 2), [(whole, true), (SECOND.to_vec(), false)]);
    }

    #[test]
    fn streams_without_a_start_are_told() {
        let error = |parts: &[&[u8]]| AnnexBStream::new(parts.concat()).map(|_| ()).unwrap_err();
        assert_eq!(error(&[]), AnnexBError::NoKeyFrame);
        assert_eq!(error(&[SEQUENCE, PICTURE, FIRST]), AnnexBError::NoKeyFrame);
        assert_eq!(error(&[IDR, FIRST]), AnnexBError::NoParameterSet);
        assert_eq!(error(&[&SEQUENCE[..9], IDR]), AnnexBError::NoParameterSet);
    }
}
