//! A master secret bound to the handshake.

use super::{DecodeError, ExtensionBody};
use crate::wire::{ByteReader, ByteWriter};

/// `extended_master_secret`, RFC 7627 section 5.1. It says nothing more.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ExtendedMasterSecret;

impl ExtensionBody for ExtendedMasterSecret {
    const CODE: u16 = 23;

    fn read(_: &mut ByteReader<'_>) -> Result<ExtendedMasterSecret, DecodeError> {
        Ok(ExtendedMasterSecret)
    }

    fn encode(&self, _: &mut ByteWriter<'_>) {}
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_survives_the_wire_and_malformed_ones_are_refused() {
        let extension = ExtendedMasterSecret;
        let mut bytes = Vec::new();
        extension.encode(&mut ByteWriter::new(&mut bytes));
        assert_eq!(ExtendedMasterSecret::decode(&bytes), Ok(extension));
        assert!(ExtendedMasterSecret::decode(&[0]).is_err());
    }
}
