//! The seam between the protocols and cryptography.
//!
//! [`CryptoProvider`] is all the protocols know. [`rust_crypto`] is the reference: always there,
//! pure Rust, seedable. The `ring` module (feature `ring`) is the fast one. Both pass one conformance
//! suite, and the bytes on the wire do not depend on which is used: private keys come from the
//! seed, and signatures are deterministic (RFC 6979), so they are always made here by [`SigningKey`].
//!
//! [`SecretWitness`] is the other seam: what a recorder of calls notes, and what a replay, which has
//! no keys, plays back.
//!
//! Of other sides, certificates with keys of ECDSA on P-256 and of RSA of 2,048 to 4,096 bits are
//! taken ([`PeerCertificate`]); our own are always of P-256.
//!
//! Left out: signing with RSA; other curves (P-384, P-521, Ed25519); RSA keys that are for RSASSA-PSS
//! alone; and SHA-1 in any signature. A peer with nothing else is refused.

#[cfg(feature = "ring")]
pub mod ring;
pub mod rust_crypto;

mod aead_algorithm;
mod aead_key;
mod certificate;
#[cfg(test)]
mod conformance;
mod counter_mode_key;
mod crypto_error;
mod crypto_provider;
mod default_provider;
mod der_reader;
mod digest;
mod hash_algorithm;
mod hmac_key;
mod key_algorithm;
mod key_exchange;
mod named_group;
mod peer_certificate;
mod protected;
mod public_key;
mod rsa_public_key;
#[cfg(test)]
mod rsa_test_key;
mod secret_witness;
mod signature_scheme;
mod signing_key;
mod witness;

pub use aead_algorithm::AeadAlgorithm;
pub use aead_key::AeadKey;
pub use certificate::Certificate;
pub use counter_mode_key::CounterModeKey;
pub use crypto_error::CryptoError;
pub use crypto_provider::CryptoProvider;
pub use default_provider::default_provider;
pub use digest::Digest;
pub use hash_algorithm::HashAlgorithm;
pub use hmac_key::HmacKey;
pub use key_algorithm::KeyAlgorithm;
pub use key_exchange::KeyExchange;
pub use named_group::NamedGroup;
pub use peer_certificate::PeerCertificate;
pub use protected::Protected;
pub use public_key::PublicKey;
pub use rsa_public_key::RsaPublicKey;
pub use secret_witness::SecretWitness;
pub use signature_scheme::SignatureScheme;
pub use signing_key::SigningKey;
pub use witness::Witness;

#[cfg(test)]
pub(crate) use rsa_test_key::RsaTestKey;
