//! An expanded AES key for counter mode.

use std::fmt;

/// An AES-128 or AES-256 key for counter mode as RFC 3711 section 4.1.1 uses it.
pub trait CounterModeKey: fmt::Debug + Send + Sync {
    /// XORs the key stream that starts at counter block `initial` onto `text`.
    fn apply(&self, initial: &[u8; 16], text: &mut [u8]);
}
