//! What a replay of one step has of secrets.

use std::collections::VecDeque;

use super::{Fingerprint, SecretResult};

/// The results laid out for a step, and what became of them.
#[derive(Clone, Debug, Default)]
pub(super) struct PlayedNotes {
    pub(super) results: VecDeque<SecretResult>,
    pub(super) sealed: Fingerprint,
    /// The payload types of retransmissions, a bit for each.
    pub(super) retransmissions: u128,
    /// How the operations differ from those recorded: the first difference.
    pub(super) mismatch: Option<String>,
}

impl PlayedNotes {
    /// The next result, if it is one of `operation`.
    pub(super) fn next(&mut self, operation: &str) -> Option<SecretResult> {
        match self.results.pop_front() {
            Some(result) if result.operation() == operation => Some(result),
            Some(other) => {
                self.differ(format!("{operation}, where {} was recorded", other.operation()));
                None
            }
            None => {
                self.differ(format!("{operation}, where nothing was recorded"));
                None
            }
        }
    }

    pub(super) fn differ(&mut self, text: String) {
        self.mismatch.get_or_insert(text);
    }
}
