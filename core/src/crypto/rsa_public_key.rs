//! RSA keys of other sides.

use std::ops::RangeInclusive;
use std::sync::Arc;

use super::CryptoError;
use super::der_reader::DerReader;

/// A public key of RSA, RFC 8017 section 3.1, of a size that is taken. Cheap to clone.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RsaPublicKey {
    modulus: Arc<[u8]>,
    exponent: u64,
}

impl RsaPublicKey {
    /// Bits of a modulus that is taken. Shorter ones can be broken (NIST SP 800-131A section 3);
    /// longer ones nobody makes, and they cost time.
    pub const MODULUS_BITS: RangeInclusive<usize> = 2_048..=4_096;

    /// Exponents that are taken, if odd: up to the largest that both providers take. A larger one
    /// serves only to make others compute.
    pub const EXPONENTS: RangeInclusive<u64> = 3..=(1 << 33) - 1;

    /// The key of `modulus` and `exponent`, most significant byte first.
    ///
    /// # Errors
    /// [`CryptoError::InvalidKey`] if either is even or not of a size that is taken.
    pub fn new(modulus: &[u8], exponent: &[u8]) -> Result<RsaPublicKey, CryptoError> {
        let modulus = without_leading_zeroes(modulus);
        let exponent = number(without_leading_zeroes(exponent)).ok_or(CryptoError::InvalidKey)?;
        let is_odd = modulus.last().is_some_and(|last| last & 1 == 1) && exponent & 1 == 1;
        let is_taken =
            Self::MODULUS_BITS.contains(&bits(modulus)) && Self::EXPONENTS.contains(&exponent);
        if !is_odd || !is_taken {
            return Err(CryptoError::InvalidKey);
        }
        Ok(RsaPublicKey { modulus: modulus.into(), exponent })
    }

    /// The key of an RSAPublicKey in DER, RFC 8017 appendix A.1.1.
    ///
    /// # Errors
    /// [`CryptoError::InvalidCertificate`] if it cannot be read, and those of [`RsaPublicKey::new`].
    pub(super) fn parse(der: &[u8]) -> Result<RsaPublicKey, CryptoError> {
        let mut outermost = DerReader::new(der);
        let mut numbers = DerReader::new(outermost.expect(DerReader::SEQUENCE)?);
        let (modulus, exponent) = (numbers.expect_positive()?, numbers.expect_positive()?);
        if !outermost.is_empty() || !numbers.is_empty() {
            return Err(CryptoError::InvalidCertificate);
        }
        RsaPublicKey::new(modulus, exponent)
    }

    /// The modulus, most significant byte first, without leading zeroes. A signature is as long.
    pub fn modulus(&self) -> &[u8] {
        &self.modulus
    }

    /// The exponent.
    pub fn exponent(&self) -> u64 {
        self.exponent
    }
}

fn without_leading_zeroes(bytes: &[u8]) -> &[u8] {
    let zeroes = bytes.iter().take_while(|byte| **byte == 0).count();
    &bytes[zeroes..]
}

fn bits(modulus: &[u8]) -> usize {
    let unused = modulus.first().map_or(0, |first| first.leading_zeros() as usize);
    8 * modulus.len() - unused
}

fn number(bytes: &[u8]) -> Option<u64> {
    let is_short = bytes.len() <= size_of::<u64>();
    is_short.then(|| bytes.iter().fold(0, |sum, byte| sum << 8 | u64::from(*byte)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::crypto::RsaTestKey;

    /// An odd modulus of as many bits.
    fn modulus(bits: usize) -> Vec<u8> {
        let mut modulus = vec![0x5b; bits.div_ceil(8)];
        let used = (bits + 7) % 8;
        modulus[0] = 1 << used;
        modulus
    }

    #[test]
    fn only_sizes_within_the_bounds_are_taken() {
        for (bits, is_taken) in [
            (512, false),
            (1_024, false),
            (2_047, false),
            (2_048, true),
            (2_049, true),
            (3_072, true),
            (4_096, true),
            (4_097, false),
            (16_384, false),
        ] {
            let key = RsaPublicKey::new(&modulus(bits), &[1, 0, 1]);
            assert_eq!(key.is_ok(), is_taken, "{bits} bits");
        }
        assert_eq!(RsaPublicKey::new(&[], &[1, 0, 1]), Err(CryptoError::InvalidKey));
    }

    #[test]
    fn an_even_modulus_and_exponents_that_are_even_or_too_small_or_large_are_refused() {
        let mut even = modulus(2_048);
        *even.last_mut().expect("a byte") = 0x5a;
        assert_eq!(RsaPublicKey::new(&even, &[1, 0, 1]), Err(CryptoError::InvalidKey));
        for (exponent, is_taken) in [
            (&[][..], false),
            (&[0], false),
            (&[1], false),
            (&[2], false),
            (&[3], true),
            (&[0, 0, 3], true),
            (&[1, 0, 0], false),
            (&[1, 0xff, 0xff, 0xff, 0xff], true),
            (&[2, 0, 0, 0, 1], false),
            (&[1, 0, 0, 0, 0, 0, 0, 0, 3], false),
        ] {
            let key = RsaPublicKey::new(&modulus(2_048), exponent);
            assert_eq!(key.is_ok(), is_taken, "{exponent:?}");
        }
    }

    #[test]
    fn leading_zeroes_do_not_count() {
        let padded = [&[0, 0][..], &modulus(2_048)].concat();
        let key = RsaPublicKey::new(&padded, &[0, 1, 0, 1]).expect("a key");
        assert_eq!(key.modulus(), modulus(2_048));
        assert_eq!(key.exponent(), 65_537);
    }

    #[test]
    fn der_is_read_to_its_end_and_not_beyond() {
        let key = RsaTestKey::of(&modulus(2_048), &[3]);
        let der = key.public_key_der();
        assert_eq!(RsaPublicKey::parse(der).expect("a key").exponent(), 3);
        for length in 0..der.len() {
            assert!(RsaPublicKey::parse(&der[..length]).is_err(), "{length}");
        }
        let longer = [der, &[0]].concat();
        assert_eq!(RsaPublicKey::parse(&longer), Err(CryptoError::InvalidCertificate));
        let negative = RsaTestKey::of_digits(&modulus(2_048), &[3]);
        assert_eq!(
            RsaPublicKey::parse(negative.public_key_der()),
            Err(CryptoError::InvalidCertificate)
        );
    }
}
