//! What a server's certificate is known by.

use std::fmt;
use std::str::FromStr;

use sha2::{Digest, Sha256};

/// The SHA-256 hash of a certificate in DER (RFC 5280): what the server prints when it starts, and what
/// a client keeps of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct CertificateFingerprint([u8; 32]);

impl CertificateFingerprint {
    /// That of a certificate with this hash.
    pub const fn new(hash: [u8; 32]) -> CertificateFingerprint {
        CertificateFingerprint(hash)
    }

    /// The hash itself.
    pub const fn as_bytes(&self) -> &[u8; 32] {
        &self.0
    }

    /// That of a certificate in DER.
    pub fn of(certificate: &[u8]) -> CertificateFingerprint {
        CertificateFingerprint(Sha256::digest(certificate).into())
    }
}

/// Upper-case hexadecimal digits by twos, with colons between.
impl fmt::Display for CertificateFingerprint {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (index, byte) in self.0.iter().enumerate() {
            let colon = if index == 0 { "" } else { ":" };
            write!(f, "{colon}{byte:02X}")?;
        }
        Ok(())
    }
}

/// Digits may be of either case, and the colons may be left out.
impl FromStr for CertificateFingerprint {
    type Err = String;

    fn from_str(text: &str) -> Result<CertificateFingerprint, String> {
        let wrong = || format!("`{text}` is not a SHA-256 fingerprint: 64 hexadecimal digits");
        let digits: Option<Vec<u8>> = text
            .chars()
            .filter(|c| *c != ':')
            .map(|c| c.to_digit(16).and_then(|digit| u8::try_from(digit).ok()))
            .collect();
        let digits = digits.ok_or_else(wrong)?;
        let bytes: Vec<u8> = digits.chunks(2).map(|pair| pair.iter().fold(0, shift)).collect();
        let is_whole = digits.len() == 64;
        bytes.try_into().ok().filter(|_| is_whole).map(CertificateFingerprint).ok_or_else(wrong)
    }
}

fn shift(byte: u8, digit: &u8) -> u8 {
    byte << 4 | digit
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_is_read_back() {
        let fingerprint = CertificateFingerprint::of(b"abc");
        let text = fingerprint.to_string();
        // SHA-256 of "abc", FIPS 180-4.
        assert!(text.starts_with("BA:78:16:BF:") && text.ends_with(":15:AD"), "{text}");
        assert_eq!(text.parse(), Ok(fingerprint));
        assert_eq!(text.replace(':', "").to_lowercase().parse(), Ok(fingerprint));
    }

    #[test]
    fn anything_else_is_refused() {
        let whole = CertificateFingerprint::of(b"").to_string();
        for text in ["", "AA:BB", &whole[1..], &format!("{whole}:00"), &whole.replace('E', "g")] {
            assert!(text.parse::<CertificateFingerprint>().is_err(), "{text}");
        }
    }
}
