//! What every extension that is understood can do.

use super::DecodeError;
use crate::wire::{ByteReader, ByteWriter};

/// The body of an extension.
pub trait ExtensionBody: Sized {
    /// The code point of its type.
    const CODE: u16;

    /// Reads the body's fields.
    ///
    /// # Errors
    /// [`DecodeError`] if a field is cut off or has a length it may not have.
    fn read(reader: &mut ByteReader<'_>) -> Result<Self, DecodeError>;

    /// Appends the body's fields.
    fn encode(&self, writer: &mut ByteWriter<'_>);

    /// Reads a whole body.
    ///
    /// # Errors
    /// Those of [`ExtensionBody::read`], and [`DecodeError::TrailingBytes`].
    fn decode(body: &[u8]) -> Result<Self, DecodeError> {
        let mut reader = ByteReader::new(body);
        let extension = Self::read(&mut reader)?;
        if reader.is_empty() {
            return Ok(extension);
        }
        Err(DecodeError::TrailingBytes(reader.remaining()))
    }
}
