//! The signatures that the client takes.

use super::{DecodeError, ExtensionBody, number_list};
use crate::wire::{ByteReader, ByteWriter};

/// `signature_algorithms`, RFC 5246 section 7.4.1.4.1.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SignatureAlgorithms {
    /// The code points of the schemes, most preferred first; at least one.
    pub schemes: Vec<u16>,
}

impl ExtensionBody for SignatureAlgorithms {
    const CODE: u16 = 13;

    fn read(reader: &mut ByteReader<'_>) -> Result<SignatureAlgorithms, DecodeError> {
        Ok(SignatureAlgorithms { schemes: number_list::read(reader.prefixed_u16()?)? })
    }

    fn encode(&self, writer: &mut ByteWriter<'_>) {
        writer.prefixed(2, |w| number_list::write(&self.schemes, w));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_survives_the_wire_and_malformed_ones_are_refused() {
        let extension = SignatureAlgorithms { schemes: vec![0x0403, 0x0804] };
        let mut bytes = Vec::new();
        extension.encode(&mut ByteWriter::new(&mut bytes));
        assert_eq!(SignatureAlgorithms::decode(&bytes), Ok(extension));
        assert!(SignatureAlgorithms::decode(&[]).is_err());
        assert!(SignatureAlgorithms::decode(&[0, 0]).is_err());
        assert!(SignatureAlgorithms::decode(&[0, 1, 4]).is_err());
    }
}
