//! HMAC with its inner and outer state ready.

use std::fmt;

use hmac::{EagerHash, Hmac, KeyInit, Mac};

use crate::crypto::{Digest, HmacKey};

/// An HMAC whose key has been absorbed; every code starts from a copy of it.
pub(super) struct HashMac<H: EagerHash>(Hmac<H>);

impl<H: EagerHash> HashMac<H> {
    pub(super) fn new(key: &[u8]) -> HashMac<H> {
        HashMac(Hmac::new_from_slice(key).expect("HMAC takes a key of any length"))
    }
}

impl<H: EagerHash> HmacKey for HashMac<H>
where
    Hmac<H>: Clone + Mac + Send + Sync,
{
    fn sign(&self, parts: &[&[u8]]) -> Digest {
        let mut code = self.0.clone();
        for part in parts {
            code.update(part);
        }
        Digest::new(&code.finalize().into_bytes())
    }
}

impl<H: EagerHash> fmt::Debug for HashMac<H> {
    /// Never prints the key.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("HashMac(..)")
    }
}
