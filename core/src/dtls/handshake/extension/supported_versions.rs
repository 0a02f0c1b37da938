//! The versions that the client speaks.

use super::{DecodeError, ExtensionBody, number_list};
use crate::wire::{ByteReader, ByteWriter};

/// `supported_versions` of a ClientHello, RFC 8446 section 4.2.1.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SupportedVersions {
    /// The code points of the versions; at least one.
    pub versions: Vec<u16>,
}

impl ExtensionBody for SupportedVersions {
    const CODE: u16 = 43;

    fn read(reader: &mut ByteReader<'_>) -> Result<SupportedVersions, DecodeError> {
        Ok(SupportedVersions { versions: number_list::read(reader.prefixed_u8()?)? })
    }

    fn encode(&self, writer: &mut ByteWriter<'_>) {
        writer.prefixed(1, |w| number_list::write(&self.versions, w));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_survives_the_wire_and_malformed_ones_are_refused() {
        let extension = SupportedVersions { versions: vec![0xfefc, 0xfefd] };
        let mut bytes = Vec::new();
        extension.encode(&mut ByteWriter::new(&mut bytes));
        assert_eq!(SupportedVersions::decode(&bytes), Ok(extension));
        assert!(SupportedVersions::decode(&[]).is_err());
        assert!(SupportedVersions::decode(&[0]).is_err());
        assert!(SupportedVersions::decode(&[1, 0xfe]).is_err());
    }
}
