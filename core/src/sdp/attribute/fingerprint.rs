//! Fingerprints of certificates.

use std::fmt;
use std::str::FromStr;

use super::FingerprintError;
use crate::crypto::HashAlgorithm;

/// The hash functions in use, by their names of RFC 8122 section 5.
const NAMES: [(&str, HashAlgorithm); 3] = [
    ("sha-256", HashAlgorithm::Sha256),
    ("sha-384", HashAlgorithm::Sha384),
    ("sha-512", HashAlgorithm::Sha512),
];

/// The hash of a certificate, RFC 8122 section 5. Reads and displays as the attribute's value.
///
/// SHA-1 and older functions are not read: RFC 8122 section 5.1 advises against them.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Fingerprint {
    /// The hash function.
    pub algorithm: HashAlgorithm,
    /// The digest over the certificate's DER form.
    pub digest: Vec<u8>,
}

impl FromStr for Fingerprint {
    type Err = FingerprintError;

    fn from_str(value: &str) -> Result<Fingerprint, FingerprintError> {
        let mut fields = value.split_ascii_whitespace();
        let name = fields.next().unwrap_or_default();
        let known = NAMES.iter().find(|(known, _)| known.eq_ignore_ascii_case(name));
        let (_, algorithm) = *known.ok_or(FingerprintError::HashFunction)?;
        let text = fields.next().unwrap_or_default();
        if text.len() != algorithm.length() * 3 - 1 {
            return Err(FingerprintError::Digest);
        }
        let digest = text.split(':').map(byte).collect::<Option<Vec<u8>>>();
        let digest = digest.filter(|digest| digest.len() == algorithm.length());
        Ok(Fingerprint { algorithm, digest: digest.ok_or(FingerprintError::Digest)? })
    }
}

/// Two hexadecimal digits; `from_str_radix` alone would take a sign.
fn byte(digits: &str) -> Option<u8> {
    let is_byte = digits.len() == 2 && digits.bytes().all(|digit| digit.is_ascii_hexdigit());
    is_byte.then(|| u8::from_str_radix(digits, 16).ok())?
}

impl fmt::Display for Fingerprint {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let name = NAMES.iter().find(|(_, algorithm)| *algorithm == self.algorithm);
        f.write_str(name.map_or("sha-1", |(name, _)| name))?;
        self.digest.iter().enumerate().try_for_each(|(index, byte)| {
            let separator = if index == 0 { ' ' } else { ':' };
            write!(f, "{separator}{byte:02X}")
        })
    }
}

impl fmt::Debug for Fingerprint {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Fingerprint({self})")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_fingerprint_reads_and_writes_back() {
        let text = format!("sha-256 {}0A", "FF:".repeat(31));
        let fingerprint: Fingerprint = text.parse().expect("a fingerprint");
        assert_eq!(fingerprint.digest.last(), Some(&10));
        assert_eq!(fingerprint.to_string(), text);
        assert_eq!(text.to_ascii_lowercase().parse(), Ok(fingerprint.clone()));
        assert_eq!(text.to_ascii_uppercase().parse(), Ok(fingerprint));
    }

    #[test]
    fn other_functions_and_malformed_digests_are_refused() {
        let error = |text: &str| text.parse::<Fingerprint>().expect_err(text);
        let sha1 = format!("sha-1 {}0A", "FF:".repeat(19));
        assert_eq!(error(&sha1), FingerprintError::HashFunction);
        assert_eq!(error(""), FingerprintError::HashFunction);
        assert_eq!(error("sha-256"), FingerprintError::Digest);
        assert_eq!(error(&format!("sha-256 {}0A", "FF:".repeat(30))), FingerprintError::Digest);
        assert_eq!(error(&format!("sha-256 {}+A", "FF:".repeat(31))), FingerprintError::Digest);
        assert_eq!(error(&format!("sha-256 {}é", "FF:".repeat(31))), FingerprintError::Digest);
    }
}
