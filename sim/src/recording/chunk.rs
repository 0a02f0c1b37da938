//! The unit that a recording is written in.

use roomrtc_core::wire::ByteReader;
use xxhash_rust::xxh3::xxh3_64;

use super::{ChunkKind, ReadError};

/// A piece of one session, whole or not there.
#[derive(Clone, Copy, Debug)]
pub(super) struct Chunk<'a> {
    pub(super) kind: ChunkKind,
    /// Which session of the file it is of.
    pub(super) session: u16,
    /// Its number among the chunks of its session, from zero.
    pub(super) ordinal: u32,
    pub(super) content: &'a [u8],
}

/// Bytes of kind, session and number.
const HEADER: usize = 7;

impl<'a> Chunk<'a> {
    /// Most bytes of content: a frame of the most bytes, and what stands around it.
    pub(super) const MOST: usize = super::sparse::MOST + (1 << 20);

    /// The chunk's bytes: length, checksum, header, content.
    pub(super) fn to_bytes(self) -> Vec<u8> {
        let mut bytes = Vec::with_capacity(12 + HEADER + self.content.len());
        bytes.extend_from_slice(&[0; 12]);
        bytes.push(self.kind.code());
        bytes.extend_from_slice(&self.session.to_be_bytes());
        bytes.extend_from_slice(&self.ordinal.to_be_bytes());
        bytes.extend_from_slice(self.content);
        let length = (bytes.len() - 12) as u32;
        let checksum = xxh3_64(&bytes[12..]);
        bytes[..4].copy_from_slice(&length.to_be_bytes());
        bytes[4..12].copy_from_slice(&checksum.to_be_bytes());
        bytes
    }

    /// Reads the next chunk.
    ///
    /// # Errors
    /// [`ReadError::Truncated`] if it is not there whole, [`ReadError::Damaged`] if it is not what
    /// was written.
    pub(super) fn read(reader: &mut ByteReader<'a>) -> Result<Chunk<'a>, ReadError> {
        let length = reader.u32().map_err(|_| ReadError::Truncated)? as usize;
        if !(HEADER..=HEADER + Self::MOST).contains(&length) {
            return Err(ReadError::Damaged);
        }
        let checksum = reader.u64().map_err(|_| ReadError::Truncated)?;
        let body = reader.bytes(length).map_err(|_| ReadError::Truncated)?;
        if xxh3_64(body) != checksum {
            return Err(ReadError::Damaged);
        }
        let mut body = ByteReader::new(body);
        let kind = ChunkKind::from_code(body.u8()?).ok_or(ReadError::Malformed)?;
        Ok(Chunk { kind, session: body.u16()?, ordinal: body.u32()?, content: body.rest() })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const CHUNK: Chunk<'_> =
        Chunk { kind: ChunkKind::Entries, session: 3, ordinal: 9, content: b"content" };

    #[test]
    fn a_chunk_is_read_back() {
        let bytes = CHUNK.to_bytes();
        let mut reader = ByteReader::new(&bytes);
        let chunk = Chunk::read(&mut reader).expect("whole");
        assert_eq!((chunk.session, chunk.ordinal, chunk.content), (3, 9, &b"content"[..]));
        assert!(reader.is_empty());
    }

    #[test]
    fn every_cut_and_every_changed_bit_is_seen() {
        let bytes = CHUNK.to_bytes();
        for length in 0..bytes.len() {
            let read = Chunk::read(&mut ByteReader::new(&bytes[..length]));
            assert_eq!(read.err(), Some(ReadError::Truncated), "{length}");
        }
        for bit in 0..bytes.len() * 8 {
            let mut changed = bytes.clone();
            changed[bit / 8] ^= 1 << (bit % 8);
            assert!(Chunk::read(&mut ByteReader::new(&changed)).is_err(), "{bit}");
        }
    }
}
