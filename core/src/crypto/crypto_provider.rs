//! The seam itself.

use std::fmt;
use std::sync::Arc;

use super::{
    AeadAlgorithm, AeadKey, CounterModeKey, CryptoError, Digest, HashAlgorithm, HmacKey,
    KeyExchange, NamedGroup, PublicKey, SignatureScheme,
};
use crate::base::RandomStream;

/// Everything the protocols need of a cryptographic library.
///
/// Keys are shared, immutable and cheap to clone, so that a whole session can be cloned.
pub trait CryptoProvider: fmt::Debug + Send + Sync {
    /// The provider's name, for logs and statistics.
    fn name(&self) -> &'static str;

    /// Expands an AEAD key.
    ///
    /// # Errors
    /// [`CryptoError::InvalidKey`] if `key` has not the length of `algorithm`.
    fn aead(&self, algorithm: AeadAlgorithm, key: &[u8]) -> Result<Arc<dyn AeadKey>, CryptoError>;

    /// Expands an AES key of 16 or 32 bytes for counter mode.
    ///
    /// # Errors
    /// [`CryptoError::InvalidKey`] if `key` has another length.
    fn counter_mode(&self, key: &[u8]) -> Result<Arc<dyn CounterModeKey>, CryptoError>;

    /// The hash of the concatenation of `parts`.
    fn hash(&self, algorithm: HashAlgorithm, parts: &[&[u8]]) -> Digest;

    /// Prepares an HMAC key of any length, RFC 2104.
    fn hmac(&self, algorithm: HashAlgorithm, key: &[u8]) -> Arc<dyn HmacKey>;

    /// A fresh key pair of `group` whose private key is drawn from `random`: the same draw gives
    /// the same pair with every provider.
    fn key_exchange(&self, group: NamedGroup, random: &mut RandomStream) -> Arc<dyn KeyExchange>;

    /// Checks a signature, which is as TLS carries it: ASN.1 DER for ECDSA (RFC 8422 section 5.4),
    /// for RSA a number as long as the modulus (RFC 8017 section 8).
    ///
    /// # Errors
    /// [`CryptoError::Authentication`] if it does not fit, [`CryptoError::InvalidKey`] if the key
    /// is unusable or not one of `scheme`.
    fn verify(
        &self,
        scheme: SignatureScheme,
        public_key: &PublicKey,
        message: &[u8],
        signature: &[u8],
    ) -> Result<(), CryptoError>;
}
