//! The providers under test.

use crate::crypto::{CryptoProvider, rust_crypto};

/// All that are compiled in, the reference first.
pub(super) fn providers() -> Vec<&'static dyn CryptoProvider> {
    vec![
        rust_crypto::PROVIDER,
        #[cfg(feature = "ring")]
        crate::crypto::ring::PROVIDER,
    ]
}
