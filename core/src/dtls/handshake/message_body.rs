//! What every handshake message can do.

use super::{DecodeError, HandshakeType};
use crate::wire::{ByteReader, ByteWriter};

/// The body of a handshake message, without its header.
pub trait MessageBody: Sized {
    /// The type in the header.
    const TYPE: HandshakeType;

    /// Reads the body's fields.
    ///
    /// # Errors
    /// [`DecodeError`] if a field is cut off or has a length it may not have.
    fn read(reader: &mut ByteReader<'_>) -> Result<Self, DecodeError>;

    /// Appends the body's fields. Lists longer than their length field can say are the caller's
    /// mistake.
    fn encode(&self, writer: &mut ByteWriter<'_>);

    /// Reads a whole body.
    ///
    /// # Errors
    /// Those of [`MessageBody::read`], and [`DecodeError::TrailingBytes`].
    fn decode(body: &[u8]) -> Result<Self, DecodeError> {
        let mut reader = ByteReader::new(body);
        let message = Self::read(&mut reader)?;
        if reader.is_empty() {
            return Ok(message);
        }
        Err(DecodeError::TrailingBytes(reader.remaining()))
    }
}
