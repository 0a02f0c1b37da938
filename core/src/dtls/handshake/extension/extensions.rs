//! The extensions of a hello.

use super::{DecodeError, Extension, ExtensionBody};
use crate::wire::{ByteReader, ByteWriter};

/// All extensions of a hello, in their order, none of them twice.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Extensions(pub Vec<Extension>);

impl Extensions {
    /// The most extensions that are read from one hello; more are an error.
    pub const MOST: usize = 128;

    /// Adds an extension at the end.
    pub fn push<E: ExtensionBody>(&mut self, extension: &E) {
        self.0.push(Extension::from(extension));
    }

    /// Whether an extension of the type `code` is there.
    pub fn contains(&self, code: u16) -> bool {
        self.0.iter().any(|extension| extension.code == code)
    }

    /// The extension of the type `E`, if it is there.
    ///
    /// # Errors
    /// [`DecodeError`] if it is there and cannot be read.
    pub fn find<E: ExtensionBody>(&self) -> Result<Option<E>, DecodeError> {
        let found = self.0.iter().find(|extension| extension.code == E::CODE);
        found.map(|extension| E::decode(&extension.body)).transpose()
    }

    /// Reads the extensions, which end a hello. A hello may end before them.
    ///
    /// # Errors
    /// [`DecodeError`] if they are cut off, too many, or one of them occurs twice.
    pub fn read(reader: &mut ByteReader<'_>) -> Result<Extensions, DecodeError> {
        let mut extensions = Extensions::default();
        if reader.is_empty() {
            return Ok(extensions);
        }
        let mut list = ByteReader::new(reader.prefixed_u16()?);
        while !list.is_empty() {
            let (code, body) = (list.u16()?, list.prefixed_u16()?);
            if extensions.contains(code) {
                return Err(DecodeError::RepeatedExtension(code));
            }
            if extensions.0.len() == Self::MOST {
                return Err(DecodeError::InvalidLength(list.remaining()));
            }
            extensions.0.push(Extension { code, body: body.to_vec() });
        }
        Ok(extensions)
    }

    /// Appends the extensions; nothing at all if there are none.
    pub fn encode(&self, writer: &mut ByteWriter<'_>) {
        if self.0.is_empty() {
            return;
        }
        writer.prefixed(2, |list| {
            for extension in &self.0 {
                list.u16(extension.code);
                list.prefixed(2, |w| w.bytes(&extension.body));
            }
        });
    }
}

#[cfg(test)]
mod tests {
    use super::super::{SupportedGroups, UseSrtp};
    use super::*;

    #[test]
    fn known_and_unknown_extensions_survive_the_wire() {
        let mut extensions = Extensions::default();
        extensions.push(&SupportedGroups { groups: vec![29, 23] });
        extensions.0.push(Extension { code: 0x2a2a, body: vec![1, 2, 3] });
        let mut bytes = Vec::new();
        extensions.encode(&mut ByteWriter::new(&mut bytes));
        let read = Extensions::read(&mut ByteReader::new(&bytes)).expect("valid");
        assert_eq!(read, extensions);
        assert_eq!(read.find(), Ok(Some(SupportedGroups { groups: vec![29, 23] })));
        assert_eq!(read.find::<UseSrtp>(), Ok(None));
    }

    #[test]
    fn an_extension_twice_is_refused() {
        let bytes = [0, 8, 0, 5, 0, 0, 0, 5, 0, 0];
        let read = Extensions::read(&mut ByteReader::new(&bytes));
        assert_eq!(read, Err(DecodeError::RepeatedExtension(5)));
    }

    #[test]
    fn too_many_are_refused() {
        let mut bytes = Vec::new();
        let many = (0..=Extensions::MOST as u16).map(|code| Extension { code, body: vec![] });
        Extensions(many.collect()).encode(&mut ByteWriter::new(&mut bytes));
        assert!(Extensions::read(&mut ByteReader::new(&bytes)).is_err());
    }
}
