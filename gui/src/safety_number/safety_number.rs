//! The number.

use std::fmt;

use roomrtc_io_mio::CertificateFingerprint;
use sha2::{Digest, Sha256};

use super::SafetyEmoji;

/// What both sides of a call read to each other. Equal where each has the other's certificate.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct SafetyNumber([u8; 32]);

impl SafetyNumber {
    /// How many emoji it is shown as.
    pub const EMOJI: usize = 12;

    /// How many digits it is shown as.
    pub const DIGITS: usize = 40;

    /// What is hashed first: another way of making the number has another label.
    const LABEL: &'static [u8] = b"Room RTC safety number 1";

    /// How often it is hashed, which makes it dear to look for certificates with equal numbers.
    const ROUNDS: usize = 4_096;

    /// That of two certificates, whichever is whose.
    pub fn new(one: &CertificateFingerprint, other: &CertificateFingerprint) -> SafetyNumber {
        let (lower, higher) = (one.min(other).as_bytes(), one.max(other).as_bytes());
        let first: [u8; 32] = Sha256::new()
            .chain_update(SafetyNumber::LABEL)
            .chain_update(lower)
            .chain_update(higher)
            .finalize()
            .into();
        let again = |hash: [u8; 32], _| -> [u8; 32] {
            Sha256::new()
                .chain_update(hash)
                .chain_update(lower)
                .chain_update(higher)
                .finalize()
                .into()
        };
        SafetyNumber((1..SafetyNumber::ROUNDS).fold(first, again))
    }

    /// As emoji, six bits each, from the first byte on.
    pub fn emoji(&self) -> [SafetyEmoji; SafetyNumber::EMOJI] {
        std::array::from_fn(|index| SafetyEmoji::ALL[self.six_bits(index)])
    }

    /// As digits: eight groups of five, each of four bytes.
    pub fn digits(&self) -> String {
        let groups = self.0.as_chunks::<4>().0.iter();
        let groups: Vec<String> =
            groups.map(|bytes| format!("{:05}", u32::from_be_bytes(*bytes) % 100_000)).collect();
        groups.join(" ")
    }

    fn six_bits(&self, index: usize) -> usize {
        let bit = |at: usize| usize::from(self.0[at / 8] >> (7 - at % 8) & 1);
        (index * 6..index * 6 + 6).fold(0, |value, at| value << 1 | bit(at))
    }
}

impl fmt::Debug for SafetyNumber {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "SafetyNumber({})", self.digits())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn number(one: &[u8], other: &[u8]) -> SafetyNumber {
        SafetyNumber::new(&CertificateFingerprint::of(one), &CertificateFingerprint::of(other))
    }

    #[test]
    fn both_sides_have_the_same() {
        assert_eq!(number(b"a", b"b"), number(b"b", b"a"));
        assert_eq!(number(b"a", b"b").emoji(), number(b"b", b"a").emoji());
    }

    #[test]
    fn somebody_in_between_is_seen_in_both_forms() {
        let (here, there) = (number(b"alice", b"mallory 1"), number(b"mallory 2", b"bob"));
        assert_ne!(here.emoji(), there.emoji());
        assert_ne!(here.digits(), there.digits());
    }

    #[test]
    fn emoji_and_digits_follow_from_the_bytes() {
        let mut bytes = [0; 32];
        bytes[..4].copy_from_slice(&[0b0000_0100, 0b0010_0000, 0b1100_0000, 63]);
        let number = SafetyNumber(bytes);
        let indices: Vec<usize> = (0..5).map(|index| number.six_bits(index)).collect();
        assert_eq!(indices, [1, 2, 3, 0, 15]);
        assert_eq!(number.emoji()[1], SafetyEmoji::ALL[2]);
        let digits = number.digits();
        assert_eq!(digits.split(' ').count(), 8);
        assert_eq!(digits.chars().filter(char::is_ascii_digit).count(), SafetyNumber::DIGITS);
        // 0x0420_C03F is 69,255,231.
        assert!(digits.starts_with("55231 00000 "), "{digits}");
    }

    #[test]
    fn the_number_stays_as_it_was_made_first() {
        assert_eq!(number(b"a", b"b").digits(), KNOWN);
    }

    /// As `python3` makes it by the description above: a number that changes frightens people.
    const KNOWN: &str = "52690 30990 87563 15540 41375 89867 03025 97669";
}
