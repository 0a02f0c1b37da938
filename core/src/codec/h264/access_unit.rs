//! One frame to be packetized.

use std::ops::Range;

use super::{NalUnitHeader, NalUnits, ParameterSet, ParameterSets};
use crate::planted_bugs::{PlantedBug, is_planted};

/// The NAL units of one access unit, copied once out of an Annex B byte stream into buffers that
/// are used again.
#[derive(Clone, Debug, Default)]
pub struct AccessUnit {
    bytes: Vec<u8>,
    units: Vec<Range<u32>>,
    has_idr: bool,
}

impl AccessUnit {
    /// An empty access unit.
    pub const fn new() -> AccessUnit {
        AccessUnit { bytes: Vec::new(), units: Vec::new(), has_idr: false }
    }

    /// Empties it and takes in the NAL units of `stream`.
    ///
    /// Parameter sets on the way are remembered in `sets`; an IDR picture that lacks them gets
    /// those remembered. A stream of 4 GiB or more is cut.
    pub fn fill(&mut self, stream: &[u8], sets: &mut ParameterSets) {
        self.clear();
        let omits = is_planted(PlantedBug::OmitParameterSets) && sets.is_complete();
        let stream = &stream[..stream.len().min(u32::MAX as usize / 2)];
        let mut has_sequence = false;
        let mut has_picture = false;
        for unit in NalUnits::new(stream) {
            match NalUnitHeader(unit[0]).unit_type() {
                NalUnitHeader::IDR_SLICE => self.has_idr = true,
                NalUnitHeader::SEQUENCE_PARAMETER_SET => has_sequence = true,
                NalUnitHeader::PICTURE_PARAMETER_SET => has_picture = true,
                _ => {}
            }
            sets.remember(unit);
            let span = self.append(unit);
            self.units.push(span);
        }
        if self.has_idr && !has_picture {
            self.insert(sets, NalUnitHeader::PICTURE_PARAMETER_SET);
        }
        if self.has_idr && !has_sequence {
            self.insert(sets, NalUnitHeader::SEQUENCE_PARAMETER_SET);
        }
        if omits {
            let bytes = &self.bytes;
            self.units.retain(|span| ParameterSet::id_of(&bytes[span.start as usize..]).is_none());
        }
    }

    /// Empties it and takes in `unit` as its only one, whatever it is.
    pub fn fill_whole(&mut self, unit: &[u8]) {
        self.clear();
        let span = self.append(unit);
        self.units.push(span);
    }

    /// Empties it; the buffers stay.
    pub fn clear(&mut self) {
        self.bytes.clear();
        self.units.clear();
        self.has_idr = false;
    }

    /// Puts the parameter sets of one type at the front, behind an access unit delimiter and, for
    /// picture parameter sets, behind the sequence parameter sets.
    fn insert(&mut self, sets: &ParameterSets, unit_type: u8) {
        let precedes = |unit: &[u8]| {
            let own_type = NalUnitHeader(unit[0]).unit_type();
            own_type == NalUnitHeader::ACCESS_UNIT_DELIMITER
                || own_type == NalUnitHeader::SEQUENCE_PARAMETER_SET
                    && unit_type == NalUnitHeader::PICTURE_PARAMETER_SET
        };
        let first = self.units().take_while(|unit| precedes(unit)).count();
        for (at, set) in (first..).zip(sets.of_type(unit_type)) {
            let span = self.append(set.unit());
            self.units.insert(at, span);
        }
    }

    fn append(&mut self, unit: &[u8]) -> Range<u32> {
        let start = self.bytes.len() as u32;
        self.bytes.extend_from_slice(unit);
        start..self.bytes.len() as u32
    }

    /// The NAL units in order.
    pub fn units(&self) -> impl Iterator<Item = &[u8]> {
        self.units.iter().map(|span| &self.bytes[span.start as usize..span.end as usize])
    }

    /// The NAL unit numbered `index`.
    pub fn unit(&self, index: usize) -> Option<&[u8]> {
        let span = self.units.get(index)?;
        self.bytes.get(span.start as usize..span.end as usize)
    }

    /// Number of NAL units.
    pub fn len(&self) -> usize {
        self.units.len()
    }

    /// Whether it has no NAL unit.
    pub fn is_empty(&self) -> bool {
        self.units.is_empty()
    }

    /// Bytes of all NAL units together.
    pub fn size(&self) -> usize {
        self.bytes.len()
    }

    /// Bytes that the buffers take.
    pub fn capacity(&self) -> usize {
        self.bytes.capacity() + self.units.capacity() * size_of::<Range<u32>>()
    }

    /// Whether it has a slice of an IDR picture.
    pub fn has_idr(&self) -> bool {
        self.has_idr
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const SEQUENCE: [u8; 5] = [0x67, 66, 0, 31, 0x80];
    const PICTURE: [u8; 2] = [0x68, 0x80];
    const IDR: [u8; 3] = [0x65, 0x88, 1];

    fn stream(units: &[&[u8]]) -> Vec<u8> {
        units.iter().flat_map(|unit| [&[0, 0, 0, 1], *unit].concat()).collect()
    }

    #[test]
    fn an_idr_without_parameter_sets_gets_the_last_ones() {
        let mut sets = ParameterSets::default();
        let mut unit = AccessUnit::new();
        unit.fill(&stream(&[&SEQUENCE, &PICTURE, &IDR]), &mut sets);
        assert_eq!(unit.len(), 3);
        unit.fill(&stream(&[&[0x09, 0x10], &IDR]), &mut sets);
        let units: Vec<_> = unit.units().collect();
        assert_eq!(units, [&[0x09, 0x10][..], &SEQUENCE, &PICTURE, &IDR]);
        unit.fill(&stream(&[&SEQUENCE, &IDR]), &mut sets);
        assert_eq!(unit.units().collect::<Vec<_>>(), [&SEQUENCE[..], &PICTURE, &IDR]);
    }

    #[test]
    fn other_pictures_stay_as_they_are() {
        let mut sets = ParameterSets::default();
        let mut unit = AccessUnit::new();
        unit.fill(&stream(&[&SEQUENCE, &PICTURE, &IDR]), &mut sets);
        unit.fill(&stream(&[&[0x41, 0x9a]]), &mut sets);
        assert_eq!(unit.units().collect::<Vec<_>>(), [&[0x41, 0x9a]]);
        assert!(!unit.has_idr());
    }
}
