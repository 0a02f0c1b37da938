//! The result of a hash or an HMAC.

use std::fmt;
use std::ops::Deref;

/// Up to 64 bytes of digest; reads as a slice of its algorithm's length.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct Digest {
    bytes: [u8; 64],
    length: u8,
}

impl Digest {
    /// A digest of `bytes`, of which at most 64 are taken.
    pub fn new(bytes: &[u8]) -> Digest {
        let length = bytes.len().min(64);
        let mut digest = Digest { bytes: [0; 64], length: length as u8 };
        digest.bytes[..length].copy_from_slice(&bytes[..length]);
        digest
    }
}

impl Deref for Digest {
    type Target = [u8];

    fn deref(&self) -> &[u8] {
        &self.bytes[..usize::from(self.length)]
    }
}

impl fmt::Debug for Digest {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.iter().try_for_each(|byte| write!(f, "{byte:02x}"))
    }
}
