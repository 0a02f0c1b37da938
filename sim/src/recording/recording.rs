//! A recording as it is read.

use std::collections::VecDeque;

use roomrtc_core::wire::ByteReader;

use super::{
    Chunk, ChunkKind, FORMAT_VERSION, MAGIC, OLDEST_FORMAT_VERSION, Opening, ReadError,
    RecordedSession, ending,
};

/// A recording: the sessions in it, as far as it can be read.
#[derive(Clone, Debug)]
pub struct Recording<'a> {
    /// The sessions, in the order they began.
    pub sessions: Vec<RecordedSession<'a>>,
    /// Why the rest of the file could not be read, if there is a rest.
    pub damage: Option<ReadError>,
}

impl<'a> Recording<'a> {
    /// The bytes that a recording begins with.
    pub fn header() -> Vec<u8> {
        [&MAGIC[..], &FORMAT_VERSION.to_be_bytes()].concat()
    }

    /// Reads `bytes`, those of a whole file. What is behind a damaged place is not read.
    ///
    /// # Errors
    /// [`ReadError`] if they are no recording, or of another format, or there is no session.
    pub fn read(bytes: &'a [u8]) -> Result<Recording<'a>, ReadError> {
        let mut reader = ByteReader::new(bytes);
        let magic = reader.bytes(MAGIC.len()).map_err(|_| ReadError::NotARecording)?;
        if magic != MAGIC {
            return Err(ReadError::NotARecording);
        }
        match reader.u16().map_err(|_| ReadError::Truncated)? {
            OLDEST_FORMAT_VERSION..=FORMAT_VERSION => {}
            found => return Err(ReadError::Format { found }),
        }
        let mut recording = Recording { sessions: Vec::new(), damage: None };
        while recording.damage.is_none() && !reader.is_empty() {
            let taken = Chunk::read(&mut reader).and_then(|chunk| recording.take(&chunk));
            recording.damage = taken.err();
        }
        if recording.sessions.is_empty() {
            return Err(recording.damage.unwrap_or(ReadError::NoSession));
        }
        Ok(recording)
    }

    fn take(&mut self, chunk: &Chunk<'a>) -> Result<(), ReadError> {
        let mut sessions = self.sessions.iter_mut();
        let session = sessions.find(|session| session.number == chunk.session);
        match (chunk.kind, session) {
            (ChunkKind::Opening, None) if chunk.ordinal == 0 => {
                self.sessions.push(RecordedSession {
                    number: chunk.session,
                    opening: Opening::read(chunk.content)?,
                    chunks: VecDeque::new(),
                    next_ordinal: 1,
                    ending: None,
                });
            }
            (ChunkKind::Entries, Some(session)) => {
                session.expects(chunk.ordinal)?;
                session.next_ordinal += 1;
                session.chunks.push_back(chunk.content);
            }
            (ChunkKind::Ending, Some(session)) => {
                session.expects(chunk.ordinal)?;
                session.ending = Some(ending::read(chunk.content)?);
            }
            _ => return Err(ReadError::Damaged),
        }
        Ok(())
    }
}
