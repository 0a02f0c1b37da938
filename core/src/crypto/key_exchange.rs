//! A key pair for one key agreement.

use std::fmt;

use super::{CryptoError, NamedGroup};

/// An ephemeral key pair of a [`NamedGroup`].
pub trait KeyExchange: fmt::Debug + Send + Sync {
    /// The group the pair is of.
    fn group(&self) -> NamedGroup;

    /// The public key as TLS carries it: an uncompressed point for P-256 (RFC 8422 section 5.4),
    /// 32 bytes for X25519 (RFC 7748).
    fn public_key(&self) -> &[u8];

    /// The secret shared with the owner of the public key `peer`: the x coordinate for P-256.
    ///
    /// # Errors
    /// [`CryptoError::InvalidKey`] if `peer` is not a valid public key of the group, or (X25519)
    /// the shared secret would be all zeroes.
    fn agree(&self, peer: &[u8]) -> Result<[u8; 32], CryptoError>;
}
