//! The reference provider, of the RustCrypto crates and the dalek curve.
//!
//! Pure Rust, always compiled in, and seedable: private keys come from the stream that is handed
//! in. AES-GCM is NIST SP 800-38D, HMAC RFC 2104, the hashes FIPS 180-4, X25519 RFC 7748, P-256
//! and ECDSA FIPS 186-4 as RFC 8422 uses them, the verification of RSA RFC 8017.

mod counter_key;
mod gcm_key;
mod hash_mac;
mod hmac_sha1;
mod key_stream;
mod rsa_signature;
mod rust_crypto_provider;
pub(in crate::crypto) mod secp256r1_exchange;
mod sha1_stream;
pub(in crate::crypto) mod x25519_exchange;

pub use rust_crypto_provider::{PROVIDER, RustCryptoProvider};

pub(in crate::crypto) use rust_crypto_provider::hash_parts;
pub(in crate::crypto) use secp256r1_exchange::public_point;
