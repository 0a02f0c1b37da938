//! A prepared HMAC key.

use std::fmt;

use super::Digest;

/// A key of HMAC, RFC 2104, with its inner and outer state ready. It allocates nothing.
pub trait HmacKey: fmt::Debug + Send + Sync {
    /// The code of the concatenation of `parts`.
    fn sign(&self, parts: &[&[u8]]) -> Digest;
}
