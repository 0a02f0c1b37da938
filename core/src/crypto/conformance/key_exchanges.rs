//! Key agreement.

use p256::SecretKey;

use super::providers::providers;
use crate::base::Seed;
use crate::crypto::{CryptoError, KeyExchange, NamedGroup, rust_crypto};
use crate::wire::hex;

/// RFC 7748 section 6.1: two private keys, their public keys, the shared secret.
const X25519: [&str; 5] = [
    "77076d0a7318a57d3c16c17251b26645df4c2f87ebc0992ab177fba51db92c2a",
    "5dab087e624a8a4b79e17f8b83800ee66f3bb1292618b6fd1c2f8b27ff88e0eb",
    "8520f0098930a754748b7ddcb43ef75a0dbf3a0d26381af4eba4a98eaa9b4e6a",
    "de9edb7d7b7dc1b4d35b61c2ece435373f8343c85b78674dadfc7e146f882b4f",
    "4a5d9d5ba4ce2de1728e3bf480350f25e07e21c947d19e3376f09b3c1e161742",
];

/// RFC 7748 section 5.2, second case: the top bit of the public key does not count.
const X25519_TOP_BIT: [&str; 3] = [
    "4b66e9d4d1b4673c5ad22691957d6af5c11b6421e0ea01d42ca4169e7918ba0d",
    "e5210f12786811d3f4b7959d0538ae2c31dbe7106fc03c3efc4cd549c715a493",
    "95cbde9476e8907d7aade45cb4b873f88b595a68799fa152e6f8f7647aac7957",
];

/// RFC 5903 section 8.1: two private keys, their public keys, the shared secret.
const SECP256R1: [&str; 5] = [
    "c88f01f510d9ac3f70a292daa2316de544e9aab8afe84049c62a9c57862d1433",
    "c6ef9c5d78ae012a011164acb397ce2088685d8f06bf9be0b283ab46476bee53",
    "04dad0b65394221cf9b051e1feca5787d098dfe637fc90b9ef945d0c3772581180\
       5271a0461cdb8252d61f1c456fa3e59ab1f45b33accf5f58389e0577b8990bb3",
    "04d12dfb5289c8d4f81208b70270398c342296970a0bccb74c736fc7554494bf63\
       56fbf3ca366cc23e8157854c13c58d6aac23f046ada30f8353e74f33039872ab",
    "d6840f6b42f6edafd13116e0e12565202fef8e9ece7dce03812464d04b9442de",
];

type Pair = Box<dyn KeyExchange>;

/// The pairs of one private key, by every code that runs on this processor.
fn x25519(private_key: &str) -> Vec<Pair> {
    let private_key: [u8; 32] = hex(private_key).try_into().expect("32 bytes");
    #[cfg(feature = "ring")]
    let fast = crate::crypto::ring::x25519_exchange::X25519Exchange::of(&private_key);
    #[cfg(not(feature = "ring"))]
    let fast: Option<rust_crypto::x25519_exchange::X25519Exchange> = None;
    let reference = rust_crypto::x25519_exchange::X25519Exchange::of(private_key);
    fast.map(|pair| Box::new(pair) as Pair)
        .into_iter()
        .chain([Box::new(reference) as Pair])
        .collect()
}

fn secp256r1(private_key: &str) -> Vec<Pair> {
    let private_key = SecretKey::from_slice(&hex(private_key)).expect("a private key");
    #[cfg(feature = "ring")]
    let fast = crate::crypto::ring::secp256r1_exchange::Secp256r1Exchange::of(&private_key);
    #[cfg(not(feature = "ring"))]
    let fast: Option<rust_crypto::secp256r1_exchange::Secp256r1Exchange> = None;
    let reference = rust_crypto::secp256r1_exchange::Secp256r1Exchange::of(private_key);
    fast.map(|pair| Box::new(pair) as Pair)
        .into_iter()
        .chain([Box::new(reference) as Pair])
        .collect()
}

#[test]
fn published_vectors() {
    for (vector, pairs) in [(X25519, x25519 as fn(&str) -> Vec<Pair>), (SECP256R1, secp256r1)] {
        let [one, other, one_public, other_public, secret] = vector;
        for pair in pairs(one) {
            assert_eq!(pair.public_key(), hex(one_public));
            assert_eq!(pair.agree(&hex(other_public)).expect("a secret")[..], hex(secret));
        }
        for pair in pairs(other) {
            assert_eq!(pair.public_key(), hex(other_public));
            assert_eq!(pair.agree(&hex(one_public)).expect("a secret")[..], hex(secret));
        }
    }
}

#[test]
fn the_top_bit_of_an_x25519_key_does_not_count() {
    for pair in x25519(X25519_TOP_BIT[0]) {
        let secret = pair.agree(&hex(X25519_TOP_BIT[1])).expect("a secret");
        assert_eq!(secret[..], hex(X25519_TOP_BIT[2]));
    }
}

#[test]
fn all_draw_the_same_pairs_and_leave_the_stream_alike() {
    for group in [NamedGroup::X25519, NamedGroup::Secp256r1] {
        let drawn: Vec<_> = providers()
            .iter()
            .map(|provider| {
                let mut random = Seed::from_u64(2).stream("keys");
                let one = provider.key_exchange(group, &mut random);
                let other = provider.key_exchange(group, &mut random);
                assert_eq!(one.group(), group);
                let secret = one.agree(other.public_key()).expect("a secret");
                assert_eq!(other.agree(one.public_key()), Ok(secret));
                (one.public_key().to_vec(), other.public_key().to_vec(), secret, random.next_u64())
            })
            .collect();
        assert!(drawn.windows(2).all(|pair| pair[0] == pair[1]), "{group:?}");
    }
}

#[test]
fn what_is_no_public_key_is_refused() {
    let point = hex(SECP256R1[2]);
    let mut off_the_curve = point.clone();
    off_the_curve[64] ^= 1;
    let compressed = [&[3][..], &point[1..33]].concat();
    let not_a_field_element = [&[4][..], &[0xff; 64]].concat();
    for provider in providers() {
        let mut random = Seed::from_u64(3).stream("keys");
        let pair = provider.key_exchange(NamedGroup::Secp256r1, &mut random);
        for wrong in
            [&[][..], &[0], &point[..64], &off_the_curve, &compressed, &not_a_field_element]
        {
            assert_eq!(pair.agree(wrong), Err(CryptoError::InvalidKey), "{wrong:02x?}");
        }
        let pair = provider.key_exchange(NamedGroup::X25519, &mut random);
        // Points of small order: the secret would be zero.
        let mut one = [0; 32];
        one[0] = 1;
        for wrong in [&[][..], &[9; 31], &[9; 33], &[0; 32], &one] {
            assert_eq!(pair.agree(wrong), Err(CryptoError::InvalidKey), "{wrong:02x?}");
        }
    }
}
