//! Notes what comes of secrets.

use std::sync::{Mutex, MutexGuard, PoisonError};

use roomrtc_core::crypto::{CryptoError, Protected, SecretWitness};

use super::entry_code as code;
use super::sparse_writer::SparseWriter;
use super::{Content, WitnessNotes, numbers, seal_note};

/// Notes what comes of secrets, and changes nothing.
#[derive(Debug)]
pub(super) struct RecordingWitness {
    content: Content,
    notes: Mutex<WitnessNotes>,
}

impl RecordingWitness {
    pub(super) fn new(content: Content) -> RecordingWitness {
        RecordingWitness { content, notes: Mutex::default() }
    }

    /// Moves what was noted to the end of `output`; gives the hash of what was sealed.
    pub(super) fn take(&self, output: &mut Vec<u8>) -> u64 {
        let mut notes = self.notes();
        output.append(&mut notes.results);
        std::mem::take(&mut notes.sealed).0
    }

    /// The other side gives this description.
    pub(super) fn learn(&self, sdp: &str) {
        self.notes().retransmissions = Content::retransmissions(sdp);
    }

    /// Notes nothing any more.
    pub(super) fn stop(&self) {
        *self.notes() = WitnessNotes { is_over: true, ..WitnessNotes::default() };
    }

    /// A panic elsewhere leaves the notes as whole as they were.
    fn notes(&self) -> MutexGuard<'_, WitnessNotes> {
        self.notes.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl SecretWitness for RecordingWitness {
    fn shown(&self, value: Vec<u8>) -> Vec<u8> {
        let mut notes = self.notes();
        if !notes.is_over {
            notes.results.push(code::SHOWN);
            numbers::write_bytes(&value, &mut notes.results);
        }
        value
    }

    fn compared(&self, is_equal: bool) -> bool {
        let mut notes = self.notes();
        if !notes.is_over && !self.content.disclosure.has_keys() {
            notes.results.push(if is_equal { code::EQUAL } else { code::UNEQUAL });
        }
        is_equal
    }

    fn opened(
        &self,
        protected: Protected,
        clear: usize,
        packet: &mut [u8],
        opened: Result<usize, CryptoError>,
    ) -> Result<usize, CryptoError> {
        let mut notes = self.notes();
        if notes.is_over || self.content.disclosure.has_keys() {
            return opened;
        }
        let content = Content { retransmissions: notes.retransmissions, ..self.content };
        let results = &mut notes.results;
        let Some(packet) = opened.ok().and_then(|length| packet.get(..length)) else {
            results.push(code::REFUSED);
            return opened;
        };
        results.push(code::OPENED);
        let mut writer = SparseWriter::new(packet.get(clear..).unwrap_or_default(), results);
        content.kept(protected, clear, packet, |range| writer.keep(range));
        writer.finish();
        opened
    }

    fn sealed(&self, protected: Protected, index: u64, clear: usize, packet: &[u8]) {
        let mut notes = self.notes();
        if !notes.is_over && !self.content.disclosure.has_keys() {
            let content = Content { retransmissions: notes.retransmissions, ..self.content };
            let hash = &mut notes.sealed;
            seal_note::note(content, protected, index, clear, packet, hash);
        }
    }
}
