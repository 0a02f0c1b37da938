//! Walking the attributes of a message.

use super::{Attribute, AttributeType};
use crate::wire::ByteReader;

/// Iterates the attributes of a body; ends early where a length runs over its end.
#[derive(Clone, Debug)]
pub struct Attributes<'a> {
    reader: ByteReader<'a>,
}

impl<'a> Attributes<'a> {
    pub(super) fn new(body: &'a [u8]) -> Attributes<'a> {
        Attributes { reader: ByteReader::new(body) }
    }

    /// Bytes of the body that are behind the iterator.
    pub(super) fn position(&self) -> usize {
        self.reader.position()
    }
}

impl<'a> Iterator for Attributes<'a> {
    type Item = Attribute<'a>;

    fn next(&mut self) -> Option<Attribute<'a>> {
        let mut reader = self.reader;
        let kind = AttributeType(reader.u16().ok()?);
        let value = reader.prefixed_u16().ok()?;
        reader.bytes(padding(value.len())).ok()?;
        self.reader = reader;
        Some(Attribute { kind, value })
    }
}

/// Bytes that fill a value of `length` bytes up to a multiple of four.
pub(super) const fn padding(length: usize) -> usize {
    length.wrapping_neg() & 3
}
