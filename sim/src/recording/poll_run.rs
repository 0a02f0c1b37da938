//! Polls of one kind in a row.

use roomrtc_core::wire::ByteReader;

use super::{PollKind, ReadError, numbers};

/// Polls of one kind in a row, of which only the last may have found nothing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct PollRun {
    pub(super) kind: PollKind,
    /// How many polls found something.
    pub(super) found: u32,
    /// Whether one more found nothing.
    pub(super) is_ended: bool,
}

/// A count that does not fit the five bits of the first byte follows it.
const LONG: u8 = 31;

impl PollRun {
    /// How many polls there were.
    pub(super) const fn polls(self) -> u32 {
        self.found.saturating_add(self.is_ended as u32)
    }

    pub(super) fn write(self, output: &mut Vec<u8>) {
        let is_long = self.found >= u32::from(LONG);
        let count = if is_long { LONG } else { self.found as u8 };
        output.push(self.kind as u8 | u8::from(self.is_ended) << 2 | count << 3);
        if is_long {
            numbers::write(u64::from(self.found), output);
        }
    }

    pub(super) fn read(reader: &mut ByteReader<'_>) -> Result<PollRun, ReadError> {
        let byte = reader.u8()?;
        let found = match byte >> 3 {
            LONG => u32::try_from(numbers::read(reader)?).map_err(|_| ReadError::Malformed)?,
            count => u32::from(count),
        };
        let kind = PollKind::ALL[usize::from(byte & 3)];
        Ok(PollRun { kind, found, is_ended: byte & 4 != 0 })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn runs_are_read_back() {
        for kind in PollKind::ALL {
            for found in [0, 1, 30, 31, 32, 5_000] {
                for is_ended in [false, true] {
                    let run = PollRun { kind, found, is_ended };
                    let mut bytes = Vec::new();
                    run.write(&mut bytes);
                    assert_eq!(PollRun::read(&mut ByteReader::new(&bytes)), Ok(run));
                    assert!(found >= 31 || bytes.len() == 1);
                }
            }
        }
    }
}
