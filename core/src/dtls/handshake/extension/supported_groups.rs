//! The groups for key agreement.

use super::{DecodeError, ExtensionBody, number_list};
use crate::wire::{ByteReader, ByteWriter};

/// `supported_groups`, RFC 8422 section 5.1.1.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SupportedGroups {
    /// The code points of the groups, most preferred first; at least one.
    pub groups: Vec<u16>,
}

impl ExtensionBody for SupportedGroups {
    const CODE: u16 = 10;

    fn read(reader: &mut ByteReader<'_>) -> Result<SupportedGroups, DecodeError> {
        Ok(SupportedGroups { groups: number_list::read(reader.prefixed_u16()?)? })
    }

    fn encode(&self, writer: &mut ByteWriter<'_>) {
        writer.prefixed(2, |w| number_list::write(&self.groups, w));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_survives_the_wire_and_malformed_ones_are_refused() {
        let extension = SupportedGroups { groups: vec![0x8a8a, 29, 23] };
        let mut bytes = Vec::new();
        extension.encode(&mut ByteWriter::new(&mut bytes));
        assert_eq!(SupportedGroups::decode(&bytes), Ok(extension));
        assert!(SupportedGroups::decode(&[0, 0]).is_err());
        assert!(SupportedGroups::decode(&[0, 3, 0, 29, 0]).is_err());
        assert!(SupportedGroups::decode(&[0, 2, 0, 29, 0]).is_err());
    }
}
