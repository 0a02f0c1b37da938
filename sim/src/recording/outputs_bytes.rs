//! What a step brought, to bytes and back.

use roomrtc_core::base::Time;
use roomrtc_core::wire::ByteReader;

use super::input_reading::read_text;
use super::{Fingerprint, Outputs, PollKind, PollRun, ReadError, deadline_code, numbers};

/// What the first byte says is there.
const REFUSAL: u8 = 1;
const HASH: u8 = 2;
const SEALED: u8 = 4;
const DEADLINE: u8 = 8;

impl Outputs {
    /// Appends everything; `now` is the time of the step.
    pub(super) fn write(&self, now: Time, output: &mut Vec<u8>) {
        output.push(self.flags());
        if let Some(refusal) = &self.refusal {
            numbers::write_bytes(refusal.as_bytes(), output);
        }
        numbers::write(self.runs.len() as u64, output);
        self.runs.iter().for_each(|run| run.write(output));
        for event in &self.events {
            numbers::write_bytes(event.as_bytes(), output);
        }
        for length in &self.lengths {
            numbers::write(*length, output);
        }
        for hash in [self.hash.0, self.sealed].into_iter().filter(|hash| *hash != 0) {
            output.extend_from_slice(&hash.to_be_bytes());
        }
        if let Some(deadline) = self.deadline {
            deadline_code::write(deadline, now, output);
        }
    }

    fn flags(&self) -> u8 {
        let flag = |is_there: bool, flag: u8| if is_there { flag } else { 0 };
        flag(self.refusal.is_some(), REFUSAL)
            | flag(self.hash.0 != 0, HASH)
            | flag(self.sealed != 0, SEALED)
            | flag(self.deadline.is_some(), DEADLINE)
    }

    /// Reads what [`Outputs::write`] has appended.
    ///
    /// # Errors
    /// [`ReadError::Malformed`] if it is something else.
    pub(super) fn read(now: Time, reader: &mut ByteReader<'_>) -> Result<Outputs, ReadError> {
        let flags = reader.u8()?;
        let has = |flag: u8| flags & flag != 0;
        let mut outputs = Outputs::default();
        if has(REFUSAL) {
            outputs.refusal = Some(read_text(reader)?);
        }
        outputs.read_found(reader)?;
        if has(HASH) {
            outputs.hash = Fingerprint(reader.u64()?);
        }
        if has(SEALED) {
            outputs.sealed = reader.u64()?;
        }
        if has(DEADLINE) {
            outputs.deadline = Some(deadline_code::read(now, reader)?);
        }
        Ok(outputs)
    }

    /// Every number of things is one of things that follow, of a byte each at least.
    fn read_found(&mut self, reader: &mut ByteReader<'_>) -> Result<(), ReadError> {
        for _ in 0..numbers::read(reader)? {
            self.runs.push(PollRun::read(reader)?);
        }
        let found = |kinds: fn(PollKind) -> bool| {
            let runs = self.runs.iter().filter(move |run| kinds(run.kind));
            runs.fold(0_u64, |sum, run| sum + u64::from(run.found))
        };
        let events = found(|kind| kind == PollKind::Event);
        let others = found(|kind| kind != PollKind::Event);
        for _ in 0..events {
            self.events.push(read_text(reader)?);
        }
        for _ in 0..others {
            self.lengths.push(numbers::read(reader)?);
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use roomrtc_core::base::{Deadline, DeadlineReason};

    #[test]
    fn everything_is_read_back() {
        let run = |kind, found, is_ended| PollRun { kind, found, is_ended };
        let full = Outputs {
            refusal: Some("no".to_owned()),
            runs: vec![
                run(PollKind::Event, 2, true),
                run(PollKind::Frame, 1, false),
                run(PollKind::Transmit, 2, true),
            ],
            events: vec!["a".to_owned(), "b".to_owned()],
            lengths: vec![70_000, 1_200, 12],
            hash: Fingerprint(7),
            sealed: 8,
            deadline: Some(Deadline::new(Time::from_secs(2), DeadlineReason::Pacing)),
        };
        for outputs in [full, Outputs::default()] {
            let (mut bytes, now) = (Vec::new(), Time::from_secs(1));
            outputs.write(now, &mut bytes);
            assert_eq!(Outputs::read(now, &mut ByteReader::new(&bytes)), Ok(outputs));
            for length in 0..bytes.len() {
                let cut = Outputs::read(now, &mut ByteReader::new(&bytes[..length]));
                assert_eq!(cut, Err(ReadError::Malformed), "{length}");
            }
        }
    }
}
