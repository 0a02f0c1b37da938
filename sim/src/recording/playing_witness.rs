//! Plays back what came of secrets.

use std::collections::VecDeque;
use std::sync::{Mutex, MutexGuard, PoisonError};

use roomrtc_core::crypto::{CryptoError, Protected, SecretWitness};

use super::{Content, PlayedNotes, SecretResult, seal_note};

/// Puts what was recorded in the place of what a session without the true secrets comes to.
#[derive(Debug)]
pub(super) struct PlayingWitness {
    content: Content,
    notes: Mutex<PlayedNotes>,
}

impl PlayingWitness {
    pub(super) fn new(content: Content) -> PlayingWitness {
        PlayingWitness { content, notes: Mutex::default() }
    }

    /// The other side gives this description.
    pub(super) fn learn(&self, sdp: &str) {
        self.notes().retransmissions = Content::retransmissions(sdp);
    }

    /// Lays out the results of the next step.
    pub(super) fn lay_out(&self, results: VecDeque<SecretResult>) {
        self.notes().results = results;
    }

    /// The hash of what was sealed, and how the operations with secrets differ from those recorded.
    pub(super) fn take(&self) -> (u64, Option<String>) {
        let mut notes = self.notes();
        let retransmissions = notes.retransmissions;
        let next = PlayedNotes { retransmissions, ..PlayedNotes::default() };
        let mut notes = std::mem::replace(&mut *notes, next);
        if let Some(left) = notes.results.front() {
            let text = format!("{} was recorded and did not happen", left.operation());
            notes.mismatch.get_or_insert(text);
        }
        (notes.sealed.0, notes.mismatch)
    }

    fn notes(&self) -> MutexGuard<'_, PlayedNotes> {
        self.notes.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl SecretWitness for PlayingWitness {
    fn shown(&self, value: Vec<u8>) -> Vec<u8> {
        match self.notes().next("a value shown") {
            Some(SecretResult::Shown(recorded)) => recorded,
            _ => value,
        }
    }

    fn compared(&self, is_equal: bool) -> bool {
        if self.content.disclosure.has_keys() {
            return is_equal;
        }
        matches!(self.notes().next("a comparison"), Some(SecretResult::Compared(true)))
    }

    fn opened(
        &self,
        _protected: Protected,
        clear: usize,
        packet: &mut [u8],
        opened: Result<usize, CryptoError>,
    ) -> Result<usize, CryptoError> {
        if self.content.disclosure.has_keys() {
            return opened;
        }
        let mut notes = self.notes();
        let Some(SecretResult::Opened(text)) = notes.next("a packet opened") else {
            return Err(CryptoError::Authentication);
        };
        let Some(place) = packet.get_mut(clear..clear + text.len()) else {
            notes.differ("a packet is shorter than its plain text was".to_owned());
            return Err(CryptoError::Authentication);
        };
        place.copy_from_slice(&text);
        Ok(clear + text.len())
    }

    fn sealed(&self, protected: Protected, index: u64, clear: usize, packet: &[u8]) {
        if !self.content.disclosure.has_keys() {
            let mut notes = self.notes();
            let content = Content { retransmissions: notes.retransmissions, ..self.content };
            let hash = &mut notes.sealed;
            seal_note::note(content, protected, index, clear, packet, hash);
        }
    }
}
