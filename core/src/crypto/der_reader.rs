//! A cursor over ASN.1 in its distinguished encoding.

use super::CryptoError;

/// Reads one element after the other, X.690 section 8.1, and never past its end.
///
/// Only what a certificate's frame needs: tags of one byte and lengths of up to four.
#[derive(Clone, Copy, Debug)]
pub(super) struct DerReader<'a>(&'a [u8]);

impl<'a> DerReader<'a> {
    pub(super) const SEQUENCE: u8 = 0x30;
    pub(super) const INTEGER: u8 = 0x02;
    pub(super) const BIT_STRING: u8 = 0x03;
    pub(super) const OBJECT_IDENTIFIER: u8 = 0x06;

    /// A reader of the elements that `bytes` holds.
    pub(super) fn new(bytes: &'a [u8]) -> DerReader<'a> {
        DerReader(bytes)
    }

    /// Whether an element of this tag is next.
    pub(super) fn is_next(&self, tag: u8) -> bool {
        self.0.first() == Some(&tag)
    }

    /// Whether all has been read.
    pub(super) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The content of the next element, whose tag must be `tag`.
    pub(super) fn expect(&mut self, tag: u8) -> Result<&'a [u8], CryptoError> {
        if !self.is_next(tag) {
            return Err(CryptoError::InvalidCertificate);
        }
        let (length, rest) = length(&self.0[1..]).ok_or(CryptoError::InvalidCertificate)?;
        let (content, rest) =
            rest.split_at_checked(length).ok_or(CryptoError::InvalidCertificate)?;
        self.0 = rest;
        Ok(content)
    }
}

/// A length, and what stands behind it.
fn length(bytes: &[u8]) -> Option<(usize, &[u8])> {
    let (&first, rest) = bytes.split_first()?;
    let count = match first {
        0..=0x7f => return Some((usize::from(first), rest)),
        0x81..=0x84 => usize::from(first & 0x7f),
        _ => return None,
    };
    let (digits, rest) = rest.split_at_checked(count)?;
    let length = digits.iter().fold(0_u64, |sum, digit| sum << 8 | u64::from(*digit));
    Some((usize::try_from(length).ok()?, rest))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_short_and_long_lengths() {
        let long = [&[0x03, 0x82, 0x01, 0x00][..], &[7; 256]].concat();
        let bytes = [&[0x02, 0x01, 0x05][..], &long].concat();
        let mut reader = DerReader::new(&bytes);
        assert_eq!(reader.expect(DerReader::INTEGER), Ok(&[5][..]));
        assert_eq!(reader.expect(DerReader::INTEGER), Err(CryptoError::InvalidCertificate));
        assert_eq!(reader.expect(DerReader::BIT_STRING), Ok(&[7; 256][..]));
        assert!(reader.is_empty());
    }

    #[test]
    fn lengths_beyond_the_end_are_refused() {
        for bytes in [
            &[0x02][..],
            &[0x02, 0x80, 0, 0],
            &[0x02, 0x02, 0],
            &[0x02, 0x84, 0xff, 0xff, 0xff, 0xff, 0],
            &[0x02, 0x85, 0, 0, 0, 0, 1, 0],
            &[0x02, 0x82, 0],
        ] {
            let read = DerReader::new(bytes).expect(DerReader::INTEGER);
            assert_eq!(read, Err(CryptoError::InvalidCertificate), "{bytes:?}");
        }
    }
}
