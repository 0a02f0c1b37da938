//! Numbering and protecting what is sent.

use super::{ContentType, Record, RecordProtection, SequenceExhausted};
use crate::dtls::ProtocolVersion;
use crate::planted_bugs::{PlantedBug, is_planted};
use crate::wire::ByteWriter;

/// Writes records of epochs 0 and 1. Each record gets a number of its own.
#[derive(Clone, Debug, Default)]
pub(in crate::dtls) struct RecordWriter {
    /// The next number of each epoch.
    next: [u64; 2],
    protection: Option<RecordProtection>,
    epoch: u16,
}

/// Numbers of a peer's ClientHello up to which we take ours over.
const HIGHEST_TAKEN_OVER: u64 = 1 << 32;

impl RecordWriter {
    /// Sets the keys of epoch 1. What is not part of a flight goes out in epoch 1 from
    /// [`RecordWriter::enter_epoch`] on.
    pub(in crate::dtls) fn install(&mut self, protection: RecordProtection) {
        self.protection = Some(protection);
    }

    /// Makes epoch 1 the current one, if its keys are there.
    pub(in crate::dtls) fn enter_epoch(&mut self) {
        self.epoch = u16::from(self.protection.is_some());
    }

    /// The epoch of alerts and application data.
    pub(in crate::dtls) fn epoch(&self) -> u16 {
        self.epoch
    }

    /// Continues epoch 0 at the number of the client's ClientHello, as RFC 6347 section 4.2.1 asks
    /// of a server. Never goes back; absurdly high numbers, which anybody may forge, are passed
    /// over.
    pub(in crate::dtls) fn continue_from(&mut self, sequence: u64) {
        if sequence < HIGHEST_TAKEN_OVER {
            self.next[0] = self.next[0].max(sequence);
        }
    }

    /// Leaves no number in either epoch.
    #[cfg(test)]
    pub(in crate::dtls) fn use_up(&mut self) {
        self.next = [Record::SEQUENCE_LIMIT; 2];
    }

    /// Bytes a record of `epoch` is longer than what it carries.
    pub(in crate::dtls) const fn overhead(epoch: u16) -> usize {
        let protection = if epoch == 0 { 0 } else { RecordProtection::OVERHEAD };
        Record::HEADER_LENGTH + protection
    }

    /// Appends a record with what `payload` appends as its plain text. A record of epoch 1 before
    /// its keys are installed is not written.
    ///
    /// # Errors
    /// [`SequenceExhausted`] if the epoch has no number left; nothing is appended.
    pub(in crate::dtls) fn write(
        &mut self,
        content_type: ContentType,
        version: ProtocolVersion,
        epoch: u16,
        payload: impl FnOnce(&mut Vec<u8>),
        output: &mut Vec<u8>,
    ) -> Result<(), SequenceExhausted> {
        let protection = match (epoch, &self.protection) {
            (0, _) => None,
            (_, Some(protection)) => Some(protection),
            (_, None) => return Ok(()),
        };
        let number = &mut self.next[usize::from(epoch != 0)];
        let (sequence, start) = (*number, output.len());
        if sequence >= Record::SEQUENCE_LIMIT {
            return Err(SequenceExhausted);
        }
        *number += u64::from(epoch == 0 || !is_planted(PlantedBug::ReuseRecordNumbers));
        let (content_type, version) = (content_type.code(), version.code());
        let record = Record { content_type, version, epoch, sequence, payload: &[] };
        record.encode(&mut ByteWriter::new(output));
        match protection {
            Some(protection) => protection.seal(&record, payload, output),
            None => payload(output),
        }
        fill_in_length(start, output);
        Ok(())
    }
}

/// Sets the length field of the record that starts at `start` and ends with `output`.
fn fill_in_length(start: usize, output: &mut [u8]) {
    let body = start + Record::HEADER_LENGTH;
    let length = (output.len() - body) as u16;
    output[body - 2..body].copy_from_slice(&length.to_be_bytes());
}
