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

    /// The content of the next element, an INTEGER above zero in its shortest form, X.690 section
    /// 8.3, most significant byte first; without the zero that stands for the sign.
    pub(super) fn expect_positive(&mut self) -> Result<&'a [u8], CryptoError> {
        match self.expect(DerReader::INTEGER)? {
            [0, digits @ ..] if digits.first().is_some_and(|first| first & 0x80 != 0) => Ok(digits),
            digits if digits.first().is_some_and(|first| (1..0x80).contains(first)) => Ok(digits),
            _ => Err(CryptoError::InvalidCertificate),
        }
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
    fn only_positive_numbers_in_their_shortest_form_are_taken() {
        let read = |digits: &[u8]| {
            let bytes = [&[0x02, digits.len() as u8][..], digits].concat();
            DerReader::new(&bytes).expect_positive().map(<[u8]>::to_vec)
        };
        assert_eq!(read(&[3]), Ok(vec![3]));
        assert_eq!(read(&[1, 0, 1]), Ok(vec![1, 0, 1]));
        assert_eq!(read(&[0, 0x80]), Ok(vec![0x80]));
        for wrong in [&[][..], &[0], &[0x80], &[0xff, 1], &[0, 3], &[0, 0, 0x80]] {
            assert_eq!(read(wrong), Err(CryptoError::InvalidCertificate), "{wrong:?}");
        }
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
