//! ECDSA.

use SignatureScheme::*;

use super::providers::providers;
use crate::base::Seed;
use crate::crypto::{CryptoError, PublicKey, RsaTestKey, SignatureScheme, SigningKey};

const SCHEMES: [SignatureScheme; 3] =
    [EcdsaSecp256r1Sha256, EcdsaSecp256r1Sha384, EcdsaSecp256r1Sha512];

fn key() -> SigningKey {
    SigningKey::generate(&mut Seed::from_u64(4).stream("key"))
}

fn public(key: &SigningKey) -> PublicKey {
    PublicKey::Secp256r1(*key.public_key())
}

#[test]
fn our_signatures_verify_with_their_scheme_only() {
    let key = key();
    for provider in providers() {
        for scheme in SCHEMES {
            let signature = key.sign(scheme, b"message");
            for other in SCHEMES {
                let verified = provider.verify(other, &public(&key), b"message", &signature);
                assert_eq!(verified.is_ok(), other == scheme, "{} {other:?}", provider.name());
            }
        }
    }
}

#[test]
fn every_changed_bit_of_a_signature_is_refused() {
    let key = key();
    let signature = key.sign(EcdsaSecp256r1Sha256, b"message");
    for provider in providers() {
        for bit in 0..signature.len() * 8 {
            let mut changed = signature.clone();
            changed[bit / 8] ^= 1 << (bit % 8);
            let verified =
                provider.verify(EcdsaSecp256r1Sha256, &public(&key), b"message", &changed);
            assert_eq!(verified, Err(CryptoError::Authentication), "{bit}");
        }
    }
}

#[test]
fn other_messages_and_wrong_encodings_are_refused() {
    let key = key();
    for provider in providers() {
        for scheme in SCHEMES {
            let signature = key.sign(scheme, b"message");
            let long = [&signature[..], &[0]].concat();
            for (message, signature) in
                [(&b"massage"[..], &signature[..]), (b"message", &long), (b"message", &[])]
            {
                let verified = provider.verify(scheme, &public(&key), message, signature);
                assert_eq!(verified, Err(CryptoError::Authentication), "{}", provider.name());
            }
        }
    }
}

#[test]
fn unusable_keys_are_told_apart() {
    let key = key();
    let mut off_the_curve = *key.public_key();
    off_the_curve[64] ^= 1;
    let wrong = [off_the_curve, [4; 65], [0; 65]].map(PublicKey::Secp256r1);
    for provider in providers() {
        for scheme in SCHEMES {
            let signature = key.sign(scheme, b"message");
            for wrong in wrong.iter().chain([&RsaTestKey::published().public_key()]) {
                let verified = provider.verify(scheme, wrong, b"message", &signature);
                assert_eq!(verified, Err(CryptoError::InvalidKey), "{wrong:02x?}");
            }
        }
    }
}
