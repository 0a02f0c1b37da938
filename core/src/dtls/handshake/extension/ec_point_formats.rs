//! How points of curves are written.

use super::{DecodeError, ExtensionBody};
use crate::wire::{ByteReader, ByteWriter};

/// `ec_point_formats`, RFC 8422 section 5.1.2.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EcPointFormats {
    /// The code points of the formats; at least one.
    pub formats: Vec<u8>,
}

impl EcPointFormats {
    /// `uncompressed`: the only format in use, which everybody must know.
    pub const UNCOMPRESSED: u8 = 0;
}

impl ExtensionBody for EcPointFormats {
    const CODE: u16 = 11;

    fn read(reader: &mut ByteReader<'_>) -> Result<EcPointFormats, DecodeError> {
        let formats = reader.prefixed_u8()?.to_vec();
        if formats.is_empty() {
            return Err(DecodeError::InvalidLength(0));
        }
        Ok(EcPointFormats { formats })
    }

    fn encode(&self, writer: &mut ByteWriter<'_>) {
        writer.prefixed(1, |w| w.bytes(&self.formats));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_survives_the_wire_and_malformed_ones_are_refused() {
        let extension = EcPointFormats { formats: vec![EcPointFormats::UNCOMPRESSED, 1] };
        let mut bytes = Vec::new();
        extension.encode(&mut ByteWriter::new(&mut bytes));
        assert_eq!(EcPointFormats::decode(&bytes), Ok(extension));
        assert!(EcPointFormats::decode(&[]).is_err());
        assert!(EcPointFormats::decode(&[0]).is_err());
        assert!(EcPointFormats::decode(&[1]).is_err());
    }
}
