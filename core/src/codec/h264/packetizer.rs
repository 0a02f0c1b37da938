//! Splitting access units into payloads.

use super::{AccessUnit, NalUnitHeader, PacketizationMode, PacketizeError};
use crate::planted_bugs::{PlantedBug, is_planted};

/// Bytes before the content of a fragment: FU indicator and FU header.
const FRAGMENT_HEADER: usize = 2;

/// Bytes before the first NAL unit of an aggregate.
const AGGREGATE_HEADER: usize = 1;

/// Bytes before each NAL unit of an aggregate: its length.
const AGGREGATE_LENGTH: usize = 2;

/// Produces the payloads of one access unit, one at a time, RFC 6184 section 6.
///
/// In packetization mode 1, NAL units that follow each other and fit one packet together go into
/// a STAP-A, and one that is too large for a packet into FU-As of which all but the last have the
/// same size. Otherwise each NAL unit is a payload.
#[derive(Clone, Copy, Debug)]
pub struct Packetizer {
    mode: PacketizationMode,
    most: usize,
    next_unit: usize,
    next_byte: usize,
    /// Bytes of content in each fragment of the NAL unit in hand, but the last.
    fragment: usize,
}

impl Packetizer {
    /// The smallest limit to payloads that can be kept, in bytes.
    pub const LEAST: usize = 64;

    /// A packetizer at the start of an access unit: payloads of at most `most` bytes, which is
    /// raised to [`Packetizer::LEAST`] and cut to 65,535.
    pub fn new(mode: PacketizationMode, most: usize) -> Packetizer {
        Packetizer {
            fragment: 0,
            mode,
            most: most.clamp(Packetizer::LEAST, usize::from(u16::MAX)),
            next_unit: 0,
            next_byte: 0,
        }
    }

    /// Whether all of `access_unit` can be sent so.
    ///
    /// # Errors
    /// [`PacketizeError`] if not.
    pub fn check(&self, access_unit: &AccessUnit) -> Result<(), PacketizeError> {
        if access_unit.is_empty() {
            return Err(PacketizeError::NoNalUnit);
        }
        if self.mode == PacketizationMode::Interleaved {
            return Err(PacketizeError::Interleaved);
        }
        let longest = access_unit.units().map(<[u8]>::len).max().unwrap_or(0);
        if self.mode == PacketizationMode::SingleNalUnit && longest > self.most {
            return Err(PacketizeError::NalUnitTooLarge { length: longest, most: self.most });
        }
        Ok(())
    }

    /// Whether a payload has been produced.
    pub fn has_begun(&self) -> bool {
        self.next_unit > 0 || self.next_byte > 0
    }

    /// Appends the next payload of `access_unit`. Whether it is the last, which carries the
    /// marker, RFC 6184 section 5.1; `None` if there is none left.
    pub fn next_payload(&mut self, access_unit: &AccessUnit, output: &mut Vec<u8>) -> Option<bool> {
        let unit = access_unit.unit(self.next_unit)?;
        if unit.len() > self.most {
            self.fragment(unit, output);
        } else {
            let count = self.aggregate_count(access_unit);
            self.whole_units(access_unit, count, output);
        }
        Some(self.next_unit >= access_unit.len())
    }

    fn fragment(&mut self, unit: &[u8], output: &mut Vec<u8>) {
        let header = NalUnitHeader(unit[0]);
        let content = &unit[1..];
        let start = self.next_byte;
        if start == 0 {
            let count = content.len().div_ceil(self.most - FRAGMENT_HEADER);
            self.fragment = content.len().div_ceil(count);
        }
        let end = content.len().min(start + self.fragment);
        let start_bit = if start == 0 { 0x80 } else { 0 };
        let is_end = end == content.len() && !is_planted(PlantedBug::NoFragmentEnd);
        let end_bit = if is_end { 0x40 } else { 0 };
        let indicator = header.0 & 0xe0 | NalUnitHeader::FU_A;
        output.extend_from_slice(&[indicator, start_bit | end_bit | header.unit_type()]);
        output.extend_from_slice(&content[start..end]);
        self.next_byte = end;
        if end == content.len() {
            self.next_unit += 1;
            self.next_byte = 0;
        }
    }

    /// How many NAL units from the next one on go into one payload.
    fn aggregate_count(&self, access_unit: &AccessUnit) -> usize {
        if self.mode != PacketizationMode::NonInterleaved {
            return 1;
        }
        let mut size = AGGREGATE_HEADER;
        let mut count = 0;
        while let Some(unit) = access_unit.unit(self.next_unit + count) {
            size += AGGREGATE_LENGTH + unit.len();
            if size > self.most {
                break;
            }
            count += 1;
        }
        count.max(1)
    }

    fn whole_units(&mut self, access_unit: &AccessUnit, count: usize, output: &mut Vec<u8>) {
        let start = output.len();
        if count > 1 {
            output.push(NalUnitHeader::STAP_A);
        }
        for index in self.next_unit..self.next_unit + count {
            let Some(unit) = access_unit.unit(index) else { break };
            if count > 1 {
                output[start] = merge_headers(output[start], NalUnitHeader(unit[0]));
                output.extend_from_slice(&(unit.len() as u16).to_be_bytes());
            }
            output.extend_from_slice(unit);
        }
        self.next_unit += count;
    }
}

/// The header of an aggregate is as damaged as any and as important as the most important of its
/// NAL units, RFC 6184 section 5.7.
fn merge_headers(aggregate: u8, unit: NalUnitHeader) -> u8 {
    let damaged = (aggregate | unit.0) & 0x80;
    let importance = NalUnitHeader(aggregate).reference_bits().max(unit.reference_bits());
    damaged | importance | NalUnitHeader::STAP_A
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::codec::h264::ParameterSets;

    fn payloads(mode: u8, most: usize, units: &[&[u8]]) -> Vec<(Vec<u8>, bool)> {
        let mode = PacketizationMode::from_number(mode).expect("a mode");
        let stream: Vec<u8> = units.iter().flat_map(|u| [&[0, 0, 1], *u].concat()).collect();
        let mut access_unit = AccessUnit::new();
        access_unit.fill(&stream, &mut ParameterSets::default());
        let mut packetizer = Packetizer::new(mode, most);
        packetizer.check(&access_unit).expect("it can be sent");
        std::iter::from_fn(|| {
            let mut payload = Vec::new();
            let is_last = packetizer.next_payload(&access_unit, &mut payload)?;
            Some((payload, is_last))
        })
        .collect()
    }

    #[test]
    fn parameter_sets_share_a_stap_a_with_the_highest_importance() {
        let payloads = payloads(1, 100, &[&[0x47, 1], &[0x68, 2, 3], &[9; 90]]);
        assert_eq!(payloads[0], (vec![0x78, 0, 2, 0x47, 1, 0, 3, 0x68, 2, 3], false));
        assert_eq!(payloads[1], (vec![9; 90], true));
    }

    #[test]
    fn all_fragments_but_the_last_have_one_size() {
        let mut unit = vec![7; 1_000];
        unit[0] = 0x65;
        let payloads = payloads(1, 300, &[&unit]);
        let sizes: Vec<usize> = payloads.iter().map(|(payload, _)| payload.len()).collect();
        assert_eq!(sizes, [252, 252, 252, 251]);
        let headers: Vec<[u8; 2]> = payloads.iter().map(|(p, _)| [p[0], p[1]]).collect();
        assert_eq!(headers, [[0x7c, 0x85], [0x7c, 0x05], [0x7c, 0x05], [0x7c, 0x45]]);
        let markers: Vec<bool> = payloads.iter().map(|(_, is_last)| *is_last).collect();
        assert_eq!(markers, [false, false, false, true]);
    }

    #[test]
    fn mode_0_sends_whole_units_and_refuses_larger_ones() {
        let payloads = payloads(0, 100, &[&[0x67, 1], &[0x68, 2]]);
        assert_eq!(payloads, [(vec![0x67, 1], false), (vec![0x68, 2], true)]);
        let mut access_unit = AccessUnit::new();
        let stream = [&[0, 0, 1][..], &[0x65; 101]].concat();
        access_unit.fill(&stream, &mut ParameterSets::default());
        let error = Packetizer::new(PacketizationMode::SingleNalUnit, 100).check(&access_unit);
        assert_eq!(
            error.expect_err("too large").to_string(),
            "a NAL unit of 101 bytes, and packetization mode 0 carries at most 100"
        );
    }

    #[test]
    fn nothing_and_mode_2_are_refused() {
        let mut access_unit = AccessUnit::new();
        let packetizer = Packetizer::new(PacketizationMode::Interleaved, 100);
        assert_eq!(packetizer.check(&access_unit), Err(PacketizeError::NoNalUnit));
        access_unit.fill(&[0, 0, 1, 9], &mut ParameterSets::default());
        assert_eq!(packetizer.check(&access_unit), Err(PacketizeError::Interleaved));
    }
}
