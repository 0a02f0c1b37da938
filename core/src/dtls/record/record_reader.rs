//! Checking and opening what is received.

use super::{ContentType, EarlyRecords, Record, RecordProtection, ReplayWindow};
use crate::dtls::{DropReason, ProtocolVersion};
use crate::planted_bugs::{PlantedBug, is_planted};
use crate::wire::ByteWriter;

/// Opens records of epoch 1, and keeps those that come before its keys.
#[derive(Clone, Debug, Default)]
pub(in crate::dtls) struct RecordReader {
    protection: Option<RecordProtection>,
    window: ReplayWindow,
    early: EarlyRecords,
}

impl RecordReader {
    /// Sets the keys of epoch 1.
    pub(in crate::dtls) fn install(&mut self, protection: RecordProtection) {
        self.protection = Some(protection);
        self.window = ReplayWindow::default();
    }

    /// Whether records of epoch 1 can be opened.
    pub(in crate::dtls) fn has_keys(&self) -> bool {
        self.protection.is_some()
    }

    /// The content type of a record whose header is one we can take.
    ///
    /// # Errors
    /// Why the record is to be dropped.
    pub(in crate::dtls) fn check(record: &Record<'_>) -> Result<ContentType, DropReason> {
        let content_type =
            ContentType::from_code(record.content_type).ok_or(DropReason::RecordType)?;
        match ProtocolVersion::from_code(record.version) {
            Some(ProtocolVersion::Dtls12) => {}
            Some(ProtocolVersion::Dtls10) if record.epoch == 0 => {}
            _ => return Err(DropReason::RecordVersion),
        }
        if record.payload.len() > Record::LONGEST_PAYLOAD {
            return Err(DropReason::RecordTooLong);
        }
        Ok(content_type)
    }

    /// The plain text of a record of epoch 1, whose number is then marked as seen.
    ///
    /// # Errors
    /// Why the record is to be dropped.
    pub(in crate::dtls) fn open(&mut self, record: &Record<'_>) -> Result<Vec<u8>, DropReason> {
        let protection = self.protection.as_ref().ok_or(DropReason::RecordEpoch)?;
        let is_skipped = is_planted(PlantedBug::SkipRecordReplayCheck);
        if !self.window.is_new(record.sequence) && !is_skipped {
            return Err(DropReason::RecordReplayed);
        }
        let text = protection.open(record).map_err(|_| DropReason::RecordAuthentication)?;
        self.window.mark(record.sequence);
        Ok(text)
    }

    /// Keeps a record that cannot be dealt with yet, if there is room.
    ///
    /// # Errors
    /// [`DropReason::RecordEarly`] if there is none.
    pub(in crate::dtls) fn keep(&mut self, record: &Record<'_>) -> Result<(), DropReason> {
        let mut bytes = Vec::with_capacity(Record::HEADER_LENGTH + record.payload.len());
        record.encode(&mut ByteWriter::new(&mut bytes));
        if self.early.keep(bytes) { Ok(()) } else { Err(DropReason::RecordEarly) }
    }

    /// Takes the records that were kept.
    pub(in crate::dtls) fn take_early(&mut self) -> Vec<Vec<u8>> {
        self.early.take()
    }
}

#[cfg(test)]
mod tests {
    use super::super::RecordWriter;
    use super::*;
    use crate::crypto::{AeadAlgorithm, default_provider};
    use crate::wire::ByteReader;

    fn protection() -> RecordProtection {
        let key = default_provider().aead(AeadAlgorithm::Aes128Gcm, &[7; 16]).expect("a key");
        RecordProtection::new(key, [1, 2, 3, 4])
    }

    fn sealed(text: &[u8], count: usize) -> Vec<u8> {
        let mut writer = RecordWriter::default();
        writer.install(protection());
        let mut output = Vec::new();
        for _ in 0..count {
            let (kind, version) = (ContentType::ApplicationData, ProtocolVersion::Dtls12);
            let payload = |output: &mut Vec<u8>| output.extend_from_slice(text);
            writer.write(kind, version, 1, payload, &mut output).expect("numbers left");
        }
        output
    }

    #[test]
    fn a_protected_record_opens_once() {
        let mut reader = RecordReader::default();
        reader.install(protection());
        let bytes = sealed(b"text", 2);
        let mut cursor = ByteReader::new(&bytes);
        let first = Record::decode(&mut cursor).expect("a record");
        let second = Record::decode(&mut cursor).expect("a record");
        assert_eq!((first.sequence, second.sequence), (0, 1));
        assert_eq!(reader.open(&second), Ok(b"text".to_vec()));
        assert_eq!(reader.open(&first), Ok(b"text".to_vec()));
        assert_eq!(reader.open(&first), Err(DropReason::RecordReplayed));
    }

    #[test]
    fn a_changed_bit_or_a_cut_is_seen() {
        let mut reader = RecordReader::default();
        reader.install(protection());
        let bytes = sealed(b"text", 1);
        for bit in (0..bytes.len() * 8).filter(|bit| !(88..104).contains(bit)) {
            let mut changed = bytes.clone();
            changed[bit / 8] ^= 1 << (bit % 8);
            let record = Record::decode(&mut ByteReader::new(&changed)).expect("same length");
            assert_eq!(reader.open(&record), Err(DropReason::RecordAuthentication), "{bit}");
        }
        let record = Record::decode(&mut ByteReader::new(&bytes)).expect("a record");
        for length in 0..record.payload.len() {
            let cut = Record { payload: &record.payload[..length], ..record };
            assert_eq!(reader.open(&cut), Err(DropReason::RecordAuthentication), "{length}");
        }
    }

    #[test]
    fn headers_are_checked() {
        let good =
            Record { content_type: 22, version: 0xfefd, epoch: 0, sequence: 0, payload: &[] };
        assert_eq!(RecordReader::check(&good), Ok(ContentType::Handshake));
        let old = Record { version: 0xfeff, ..good };
        assert!(RecordReader::check(&old).is_ok());
        let old_and_protected = Record { epoch: 1, ..old };
        assert_eq!(RecordReader::check(&old_and_protected), Err(DropReason::RecordVersion));
        let other = Record { content_type: 25, ..good };
        assert_eq!(RecordReader::check(&other), Err(DropReason::RecordType));
        let long = Record { payload: &[0; Record::LONGEST_PAYLOAD + 1], ..good };
        assert_eq!(RecordReader::check(&long), Err(DropReason::RecordTooLong));
    }
}
