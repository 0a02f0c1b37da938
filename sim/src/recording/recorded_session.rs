//! One session of a recording.

use std::collections::VecDeque;

use super::{Opening, ReadError};

/// One session of a recording, its entries not read yet.
#[derive(Clone, Debug)]
pub struct RecordedSession<'a> {
    /// Its number in the file.
    pub number: u16,
    /// How it began.
    pub opening: Opening,
    pub(super) chunks: VecDeque<&'a [u8]>,
    pub(super) next_ordinal: u32,
    /// The hash of its statistics at the end, where the recording has it.
    pub(super) ending: Option<u64>,
}

impl RecordedSession<'_> {
    /// Whether its end was recorded too: it was not cut short.
    pub fn is_whole(&self) -> bool {
        self.ending.is_some()
    }

    /// Whether a chunk with this number may come next.
    pub(super) fn expects(&self, ordinal: u32) -> Result<(), ReadError> {
        let fits = ordinal == self.next_ordinal && self.ending.is_none();
        if fits { Ok(()) } else { Err(ReadError::Damaged) }
    }
}
