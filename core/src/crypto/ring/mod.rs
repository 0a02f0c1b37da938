//! The fast provider: ring, and graviola where ring cannot take a key.
//!
//! Each operation comes from where it measured fastest on the machine this was written on:
//!
//! - AES-GCM and the verification of ECDSA and RSA from ring: a third, a fifth and a
//!   quarter of RustCrypto's time.
//! - Key pairs and shared secrets of X25519 and P-256, and the nonce point of our own signatures,
//!   from graviola. ring's private keys come from the operating system and nowhere else, so that
//!   a session could not be repeated from its seed. graviola takes a private key as bytes, its
//!   field arithmetic is formally verified, and it needs 10 µs where RustCrypto needs 70. On a
//!   processor that it does not support RustCrypto steps in.
//! - Hashes, HMAC and AES in counter mode from RustCrypto: with the processor's SHA and AES
//!   instructions it is as fast as ring for SHA-2, and three to four times as fast for SHA-1.
//!   ring has no counter mode to offer.
//!
//! aws-lc-rs, the other candidate, seals and verifies no more than a tenth faster than ring. It
//! takes minutes to build where ring takes seconds, and every fresh clone pays for that; ring is
//! in the tree anyhow where `rustls` is.

mod fast_curves;
mod ring_gcm_key;
mod ring_provider;
pub(in crate::crypto) mod secp256r1_exchange;
mod signatures;
pub(in crate::crypto) mod x25519_exchange;

pub use ring_provider::{PROVIDER, RingProvider};

pub(in crate::crypto) use fast_curves::public_point;
