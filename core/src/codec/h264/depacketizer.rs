//! Putting NAL units together out of payloads.

use super::{DepacketizeError, NalUnitHeader};

/// What precedes each NAL unit in the output.
const START_CODE: [u8; 4] = [0, 0, 0, 1];

/// Turns payloads, in order, into an Annex B byte stream, RFC 6184 sections 5.6 to 5.8.
///
/// A damaged NAL unit is left out. Structures of the interleaved mode are refused.
#[derive(Clone, Copy, Debug, Default)]
pub struct Depacketizer {
    /// Where in the output the NAL unit in fragments begins, and its type.
    fragmented: Option<(usize, u8)>,
}

impl Depacketizer {
    /// No fragment seen.
    pub const fn new() -> Depacketizer {
        Depacketizer { fragmented: None }
    }

    /// Appends what `payload` completes. `output` is to be the same, and only grow, while NAL
    /// units are in fragments.
    ///
    /// # Errors
    /// [`DepacketizeError`] if something had to be left out. The next payload may follow.
    pub fn push(&mut self, payload: &[u8], output: &mut Vec<u8>) -> Result<(), DepacketizeError> {
        let header = NalUnitHeader(*payload.first().ok_or(DepacketizeError::Empty)?);
        if header.is_forbidden() {
            self.take_back(output);
            return Err(DepacketizeError::Forbidden);
        }
        if header.unit_type() == NalUnitHeader::FU_A {
            return self.push_fragment(payload, output);
        }
        let unfinished = self.finish(output);
        match header.unit_type() {
            1..=23 => append(payload, output),
            NalUnitHeader::STAP_A => push_aggregate(&payload[1..], output)?,
            other => return Err(DepacketizeError::Unsupported(other)),
        }
        unfinished
    }

    /// Ends the access unit: a NAL unit that lacks its last fragment is taken back.
    ///
    /// # Errors
    /// [`DepacketizeError::FragmentWithoutEnd`] if there was one.
    pub fn finish(&mut self, output: &mut Vec<u8>) -> Result<(), DepacketizeError> {
        if self.take_back(output) { Err(DepacketizeError::FragmentWithoutEnd) } else { Ok(()) }
    }

    fn take_back(&mut self, output: &mut Vec<u8>) -> bool {
        let Some((start, _)) = self.fragmented.take() else { return false };
        output.truncate(start);
        true
    }

    fn push_fragment(
        &mut self,
        payload: &[u8],
        output: &mut Vec<u8>,
    ) -> Result<(), DepacketizeError> {
        let [indicator, header, content @ ..] = payload else {
            self.take_back(output);
            return Err(DepacketizeError::MalformedFragment);
        };
        let (is_first, is_last) = (header & 0x80 != 0, header & 0x40 != 0);
        let unit_type = header & 0x1f;
        if content.is_empty() || is_first && is_last || !matches!(unit_type, 1..=23) {
            self.take_back(output);
            return Err(DepacketizeError::MalformedFragment);
        }
        let mut unfinished = Ok(());
        if is_first {
            unfinished = self.finish(output);
            self.fragmented = Some((output.len(), unit_type));
            output.extend_from_slice(&START_CODE);
            output.push(indicator & 0xe0 | unit_type);
        } else if self.fragmented.is_none_or(|(_, own_type)| own_type != unit_type) {
            self.take_back(output);
            return Err(DepacketizeError::FragmentWithoutStart);
        }
        output.extend_from_slice(content);
        self.fragmented = self.fragmented.filter(|_| !is_last);
        unfinished
    }
}

fn append(unit: &[u8], output: &mut Vec<u8>) {
    output.extend_from_slice(&START_CODE);
    output.extend_from_slice(unit);
}

fn push_aggregate(mut rest: &[u8], output: &mut Vec<u8>) -> Result<(), DepacketizeError> {
    if rest.is_empty() {
        return Err(DepacketizeError::MalformedAggregate);
    }
    while !rest.is_empty() {
        let (unit, after) = split_unit(rest).ok_or(DepacketizeError::MalformedAggregate)?;
        let header = NalUnitHeader(unit[0]);
        if header.is_forbidden() {
            return Err(DepacketizeError::Forbidden);
        }
        if !matches!(header.unit_type(), 1..=23) {
            return Err(DepacketizeError::Unsupported(header.unit_type()));
        }
        append(unit, output);
        rest = after;
    }
    Ok(())
}

/// The first NAL unit of an aggregate, not empty, and what follows it.
pub(super) fn split_unit(bytes: &[u8]) -> Option<(&[u8], &[u8])> {
    let (length, rest) = bytes.split_first_chunk()?;
    let length = usize::from(u16::from_be_bytes(*length));
    rest.split_at_checked(length).filter(|(unit, _)| !unit.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn run(payloads: &[&[u8]]) -> (Vec<u8>, Vec<DepacketizeError>) {
        let mut depacketizer = Depacketizer::new();
        let mut output = Vec::new();
        let mut errors: Vec<DepacketizeError> = payloads
            .iter()
            .filter_map(|payload| depacketizer.push(payload, &mut output).err())
            .collect();
        errors.extend(depacketizer.finish(&mut output).err());
        (output, errors)
    }

    #[test]
    fn all_structures_of_mode_1_are_put_together() {
        let (output, errors) = run(&[
            &[0x78, 0, 2, 0x67, 1, 0, 1, 0x68],
            &[0x7c, 0x85, 1, 2],
            &[0x7c, 0x05, 3],
            &[0x7c, 0x45, 4],
            &[0x06, 9],
        ]);
        let expected = [
            &[0, 0, 0, 1, 0x67, 1, 0, 0, 0, 1, 0x68][..],
            &[0, 0, 0, 1, 0x65, 1, 2, 3, 4],
            &[0, 0, 0, 1, 0x06, 9],
        ];
        assert_eq!(output, expected.concat());
        assert_eq!(errors, []);
    }

    #[test]
    fn an_unfinished_unit_is_taken_back() {
        let (output, errors) = run(&[&[0x7c, 0x85, 1], &[0x41, 7], &[0x7c, 0x81, 1]]);
        assert_eq!(output, [0, 0, 0, 1, 0x41, 7]);
        assert_eq!(errors, [DepacketizeError::FragmentWithoutEnd; 2]);
    }

    #[test]
    fn fragments_out_of_place_are_refused() {
        use DepacketizeError::{FragmentWithoutStart, MalformedFragment};
        assert_eq!(run(&[&[0x7c, 0x05, 1]]).1, [FragmentWithoutStart]);
        assert_eq!(run(&[&[0x7c, 0x85, 1], &[0x7c, 0x41, 1]]).1, [FragmentWithoutStart]);
        for payload in [&[0x7c][..], &[0x7c, 0x85], &[0x7c, 0xc5, 1], &[0x7c, 0x80, 1]] {
            assert_eq!(run(&[payload]), (vec![], vec![MalformedFragment]), "{payload:?}");
        }
    }

    #[test]
    fn what_is_not_supported_is_refused_by_name() {
        use DepacketizeError::{Empty, Forbidden, MalformedAggregate, Unsupported};
        for unit_type in [0, 25, 26, 27, 29, 30, 31] {
            assert_eq!(run(&[&[unit_type, 1, 2, 3]]), (vec![], vec![Unsupported(unit_type)]));
        }
        assert_eq!(run(&[&[]]).1, [Empty]);
        assert_eq!(run(&[&[0xe5, 1]]).1, [Forbidden]);
        for payload in [&[24][..], &[24, 0], &[24, 0, 0], &[24, 0, 3, 7, 1], &[24, 0, 1, 7, 9]] {
            assert_eq!(run(&[payload]).1, [MalformedAggregate], "{payload:?}");
        }
        assert_eq!(run(&[&[24, 0, 1, 28]]).1, [Unsupported(28)]);
    }
}
