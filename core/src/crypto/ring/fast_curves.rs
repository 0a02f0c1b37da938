//! Multiplication on P-256 by graviola.

use graviola::key_agreement::p256::StaticPrivateKey;
use p256::SecretKey;

/// Whether graviola runs on this processor.
pub(super) fn is_supported() -> bool {
    graviola::util::is_cpu_supported()
}

/// The private key as graviola takes it, unless it cannot be used here.
pub(super) fn private_key(private_key: &SecretKey) -> Option<StaticPrivateKey> {
    if !is_supported() {
        return None;
    }
    StaticPrivateKey::from_bytes(&private_key.to_bytes()).ok()
}

/// The uncompressed public point of `key`, unless graviola cannot be used here.
pub(in crate::crypto) fn public_point(key: &SecretKey) -> Option<[u8; 65]> {
    Some(private_key(key)?.public_key_uncompressed())
}
