//! Remembering parameter sets.

use super::depacketizer::split_unit;
use super::{NalUnitHeader, ParameterSet};

/// The last parameter sets of a stream, so that every IDR picture can have its own before it.
///
/// Holds at most [`ParameterSets::MOST`] of them, none over [`ParameterSets::LONGEST`] bytes; the
/// oldest makes room.
#[derive(Clone, Debug, Default)]
pub struct ParameterSets {
    sets: Vec<ParameterSet>,
}

impl ParameterSets {
    /// The most parameter sets remembered.
    pub const MOST: usize = 8;

    /// The longest parameter set remembered, in bytes.
    pub const LONGEST: usize = 1_024;

    /// Remembers `unit` if it is a parameter set, in place of the one with its identifier.
    pub fn remember(&mut self, unit: &[u8]) {
        let Some(id) = ParameterSet::id_of(unit).filter(|_| unit.len() <= Self::LONGEST) else {
            return;
        };
        let unit_type = NalUnitHeader(unit[0]).unit_type();
        let known = self.sets.iter_mut().find(|set| (set.unit_type, set.id) == (unit_type, id));
        if let Some(set) = known {
            set.unit.clear();
            set.unit.extend_from_slice(unit);
            return;
        }
        if self.sets.len() == Self::MOST {
            self.sets.remove(0);
        }
        self.sets.push(ParameterSet { unit_type, id, unit: unit.to_vec() });
    }

    /// Remembers the parameter sets in an RTP payload: a single NAL unit or a STAP-A. Those in
    /// fragments are not looked for: none is that long.
    pub fn remember_payload(&mut self, payload: &[u8]) {
        match payload {
            [header, rest @ ..] if NalUnitHeader(*header).unit_type() == NalUnitHeader::STAP_A => {
                let mut rest = rest;
                while let Some((unit, after)) = split_unit(rest) {
                    self.remember(unit);
                    rest = after;
                }
            }
            unit => self.remember(unit),
        }
    }

    /// The parameter sets of one type, in the order their identifiers were first seen.
    pub fn of_type(&self, unit_type: u8) -> impl Iterator<Item = &ParameterSet> {
        self.sets.iter().filter(move |set| set.unit_type == unit_type)
    }

    /// Whether there is at least one of each type.
    pub fn is_complete(&self) -> bool {
        let has = |unit_type| self.of_type(unit_type).next().is_some();
        has(NalUnitHeader::SEQUENCE_PARAMETER_SET) && has(NalUnitHeader::PICTURE_PARAMETER_SET)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_last_of_each_identifier_is_kept() {
        let mut sets = ParameterSets::default();
        for unit in [&[0x67, 1, 1, 1, 0x80][..], &[0x68, 0x80, 1], &[0x67, 2, 2, 2, 0x80]] {
            sets.remember(unit);
        }
        let sequence: Vec<_> = sets.of_type(7).map(ParameterSet::unit).collect();
        assert_eq!(sequence, [[0x67, 2, 2, 2, 0x80]]);
        assert!(sets.is_complete());
    }

    #[test]
    fn their_number_and_length_are_bounded() {
        let mut sets = ParameterSets::default();
        for id in 0..100_u8 {
            sets.remember(&[0x68, 0, 0x80 | id, 0x80]);
        }
        sets.remember(&[0x67; 2_000]);
        assert_eq!(sets.of_type(8).count(), ParameterSets::MOST);
        assert!(!sets.is_complete());
    }
}
