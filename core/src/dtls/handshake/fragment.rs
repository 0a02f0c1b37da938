//! A piece of a handshake message.

use super::{DecodeError, HandshakeType};
use crate::wire::{ByteReader, ByteWriter};

/// A fragment of a handshake message, RFC 6347 section 4.2.2.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Fragment<'a> {
    /// The code point of the message's [`HandshakeType`], which may be an unknown one.
    pub message_type: u8,
    /// Bytes of the message's whole body: 24 bits.
    pub length: u32,
    /// The number of the message, counted by its sender from 0.
    pub sequence: u16,
    /// Where in the body this piece begins, in bytes: 24 bits.
    pub offset: u32,
    /// The piece.
    pub body: &'a [u8],
}

impl<'a> Fragment<'a> {
    /// Bytes of the header.
    pub const HEADER_LENGTH: usize = 12;

    /// Reads the next fragment of a record.
    ///
    /// # Errors
    /// [`DecodeError::Truncated`] if it goes past the end of the record,
    /// [`DecodeError::InvalidLength`] if the piece goes past the end of its message.
    pub fn decode(reader: &mut ByteReader<'a>) -> Result<Fragment<'a>, DecodeError> {
        let (message_type, length, sequence) = (reader.u8()?, reader.u24()?, reader.u16()?);
        let offset = reader.u24()?;
        let body = reader.prefixed_u24()?;
        if offset as usize + body.len() > length as usize {
            return Err(DecodeError::InvalidLength(body.len()));
        }
        Ok(Fragment { message_type, length, sequence, offset, body })
    }

    /// Appends the fragment.
    pub fn encode(&self, writer: &mut ByteWriter<'_>) {
        writer.u8(self.message_type);
        writer.u24(self.length);
        writer.u16(self.sequence);
        writer.u24(self.offset);
        writer.prefixed(3, |w| w.bytes(self.body));
    }

    /// Whether it is the whole message.
    pub fn is_whole(&self) -> bool {
        self.body.len() == self.length as usize
    }

    /// The message's type, if it is one of ours.
    pub fn kind(&self) -> Option<HandshakeType> {
        HandshakeType::from_code(self.message_type)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const FRAGMENT: Fragment<'static> =
        Fragment { message_type: 11, length: 500, sequence: 3, offset: 490, body: &[1; 10] };

    #[test]
    fn a_fragment_survives_the_wire() {
        let mut bytes = Vec::new();
        FRAGMENT.encode(&mut ByteWriter::new(&mut bytes));
        assert_eq!(Fragment::decode(&mut ByteReader::new(&bytes)), Ok(FRAGMENT));
        for length in 0..bytes.len() {
            assert!(Fragment::decode(&mut ByteReader::new(&bytes[..length])).is_err());
        }
    }

    #[test]
    fn a_piece_past_the_end_of_its_message_is_refused() {
        let mut bytes = Vec::new();
        Fragment { offset: 491, ..FRAGMENT }.encode(&mut ByteWriter::new(&mut bytes));
        let read = Fragment::decode(&mut ByteReader::new(&bytes));
        assert_eq!(read, Err(DecodeError::InvalidLength(10)));
    }
}
