//! An extension as it came.

use super::ExtensionBody;
use crate::wire::ByteWriter;

/// An extension with its body not read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Extension {
    /// The code point of its type.
    pub code: u16,
    /// Its body: at most 65,535 bytes.
    pub body: Vec<u8>,
}

impl<E: ExtensionBody> From<&E> for Extension {
    fn from(extension: &E) -> Extension {
        let mut body = Vec::new();
        extension.encode(&mut ByteWriter::new(&mut body));
        Extension { code: E::CODE, body }
    }
}
