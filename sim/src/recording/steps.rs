//! The steps of a session, one after the other.

use std::collections::VecDeque;

use roomrtc_core::base::Time;
use roomrtc_core::wire::ByteReader;

use super::entry_code as code;
use super::{AddressBook, Outputs, ReadError, SecretResult, Step, input_reading, numbers};

/// Reads the steps of a session out of its chunks of entries.
#[derive(Clone, Debug)]
pub(super) struct Steps<'a> {
    chunks: VecDeque<&'a [u8]>,
    reader: ByteReader<'a>,
    addresses: AddressBook,
    now: Time,
}

impl<'a> Steps<'a> {
    pub(super) fn new(begins: Time, chunks: VecDeque<&'a [u8]>) -> Steps<'a> {
        let (reader, addresses) = (ByteReader::new(&[]), AddressBook::default());
        Steps { chunks, reader, addresses, now: begins }
    }

    /// The next step; `None` at the end.
    ///
    /// # Errors
    /// [`ReadError::Malformed`] if an entry is not one that was written.
    pub(super) fn next(&mut self) -> Result<Option<Step>, ReadError> {
        if self.is_at_end() {
            return Ok(None);
        }
        let code = self.reader.u8()?;
        let input = input_reading::read(code, &mut self.reader, &mut self.addresses)?;
        self.now = Time::from_nanos(numbers::read_step(self.now.as_nanos(), &mut self.reader)?);
        let mut results = VecDeque::new();
        let outputs = loop {
            if self.is_at_end() {
                break None;
            }
            match self.reader.u8()? {
                code::OUTPUTS => break Some(Outputs::read(self.now, &mut self.reader)?),
                code => {
                    let result = SecretResult::read(code, &mut self.reader)?;
                    results.push_back(result.ok_or(ReadError::Malformed)?);
                }
            }
        };
        Ok(Some(Step { at: self.now, input, results, outputs }))
    }

    /// Goes on to the next chunk where one ends.
    fn is_at_end(&mut self) -> bool {
        while self.reader.is_empty() {
            let Some(chunk) = self.chunks.pop_front() else { return true };
            self.reader = ByteReader::new(chunk);
        }
        false
    }
}
