//! How media will be protected.

use super::{DecodeError, ExtensionBody, number_list};
use crate::wire::{ByteReader, ByteWriter};

/// `use_srtp`, RFC 5764 section 4.1.1.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UseSrtp {
    /// The code points of the protection profiles, most preferred first; at least one. A server
    /// answers with exactly one.
    pub profiles: Vec<u16>,
    /// The master key identifier: empty for none.
    pub mki: Vec<u8>,
}

impl ExtensionBody for UseSrtp {
    const CODE: u16 = 14;

    fn read(reader: &mut ByteReader<'_>) -> Result<UseSrtp, DecodeError> {
        let profiles = number_list::read(reader.prefixed_u16()?)?;
        Ok(UseSrtp { profiles, mki: reader.prefixed_u8()?.to_vec() })
    }

    fn encode(&self, writer: &mut ByteWriter<'_>) {
        writer.prefixed(2, |w| number_list::write(&self.profiles, w));
        writer.prefixed(1, |w| w.bytes(&self.mki));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_survives_the_wire_and_malformed_ones_are_refused() {
        let extension = UseSrtp { profiles: vec![7, 1], mki: vec![5] };
        let mut bytes = Vec::new();
        extension.encode(&mut ByteWriter::new(&mut bytes));
        assert_eq!(UseSrtp::decode(&bytes), Ok(extension));
        assert!(UseSrtp::decode(&[]).is_err());
        assert!(UseSrtp::decode(&[0, 0, 0]).is_err());
        assert!(UseSrtp::decode(&[0, 2, 0, 1]).is_err());
    }
}
