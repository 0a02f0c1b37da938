//! Which provider is used where none is named.

use super::CryptoProvider;

/// The fastest provider compiled in: ring with the feature `ring`, otherwise RustCrypto.
pub fn default_provider() -> &'static dyn CryptoProvider {
    #[cfg(feature = "ring")]
    return super::ring::PROVIDER;
    #[cfg(not(feature = "ring"))]
    super::rust_crypto::PROVIDER
}
