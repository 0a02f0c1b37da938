//! What a certificate is known by.

use std::fmt;

use sha2::{Digest, Sha256};

/// The SHA-256 of a certificate's DER. It is shown as pairs of capital hexadecimal digits with
/// colons between them, as RFC 8122 section 5 writes it.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Fingerprint(pub [u8; 32]);

impl Fingerprint {
    /// The fingerprint of the certificate in DER.
    pub fn of(der: &[u8]) -> Fingerprint {
        Fingerprint(Sha256::digest(der).into())
    }
}

impl fmt::Display for Fingerprint {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (index, byte) in self.0.iter().enumerate() {
            let colon = if index == 0 { "" } else { ":" };
            write!(f, "{colon}{byte:02X}")?;
        }
        Ok(())
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

    /// The hash of nothing, FIPS 180-4.
    #[test]
    fn it_is_shown_in_pairs() {
        let shown = Fingerprint::of(b"").to_string();
        assert!(shown.starts_with("E3:B0:C4:42:98:FC:1C:14:"), "{shown}");
        assert!(shown.ends_with(":B8:55") && shown.len() == 95, "{shown}");
    }
}
