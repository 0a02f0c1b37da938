//! AES-GCM.

use super::providers::providers;
use crate::base::Seed;
use crate::crypto::{AeadAlgorithm, CryptoError};
use crate::wire::hex;

const NONCE: &str = "cafebabefacedbaddecaf888";
const ASSOCIATED: &str = "feedfacedeadbeeffeedfacedeadbeefabaddad2";
const TEXT: &str = "d9313225f88406e5a55909c5aff5269a86a7a9531534f7da2e4c303d8a318a72\
    1c3c0c95956809532fcf0e2449a6b525b16aedf5aa0de657ba637b39";

/// Test cases 4 and 16 of the GCM submission to NIST: algorithm, key, cipher text, tag.
const CASES: [(AeadAlgorithm, &str, &str, &str); 2] = [
    (
        AeadAlgorithm::Aes128Gcm,
        "feffe9928665731c6d6a8f9467308308",
        "42831ec2217774244b7221b784d0d49ce3aa212f2c02a4e035c17e2329aca12e\
         21d514b25466931c7d8f6a5aac84aa051ba30b396a0aac973d58e091",
        "5bc94fbc3221a5db94fae95ae7121a47",
    ),
    (
        AeadAlgorithm::Aes256Gcm,
        "feffe9928665731c6d6a8f9467308308feffe9928665731c6d6a8f9467308308",
        "522dc1f099567d07f47f37a32a84427d643a8cdcbfe5c0c97598a2bd2555d1aa\
         8cb08e48590dbb3da7b08b1056828838c5f61e6393ba7a0abcc9f662",
        "76fc6ece0f4e1768cddf8853bb2d551b",
    ),
];

fn nonce() -> [u8; 12] {
    hex(NONCE).try_into().expect("twelve bytes")
}

#[test]
fn published_vectors() {
    for provider in providers() {
        for (algorithm, key, sealed, tag) in CASES {
            let key = provider.aead(algorithm, &hex(key)).expect("a key");
            let mut text = hex(TEXT);
            assert_eq!(
                key.seal_in_place(&nonce(), &hex(ASSOCIATED), &mut text)[..],
                hex(tag),
                "{}",
                provider.name()
            );
            assert_eq!(text, hex(sealed));
            text.extend(hex(tag));
            let opened = key.open_in_place(&nonce(), &hex(ASSOCIATED), &mut text);
            assert_eq!(opened, Ok(hex(TEXT).len()));
            assert!(text.starts_with(&hex(TEXT)));
        }
    }
}

#[test]
fn every_changed_bit_is_refused() {
    for provider in providers() {
        for (algorithm, key, sealed, tag) in CASES {
            let key = provider.aead(algorithm, &hex(key)).expect("a key");
            let sealed = [hex(sealed), hex(tag)].concat();
            for bit in 0..sealed.len() * 8 {
                let mut changed = sealed.clone();
                changed[bit / 8] ^= 1 << (bit % 8);
                let opened = key.open_in_place(&nonce(), &hex(ASSOCIATED), &mut changed);
                assert_eq!(opened, Err(CryptoError::Authentication), "{bit}");
            }
            let opened = key.open_in_place(&nonce(), b"other", &mut sealed.clone());
            assert_eq!(opened, Err(CryptoError::Authentication));
        }
    }
}

#[test]
fn texts_shorter_than_a_tag_are_refused() {
    for provider in providers() {
        let key = provider.aead(AeadAlgorithm::Aes128Gcm, &[1; 16]).expect("a key");
        for length in 0..16 {
            let opened = key.open_in_place(&nonce(), &[], &mut vec![0; length]);
            assert_eq!(opened, Err(CryptoError::Authentication), "{length}");
        }
    }
}

#[test]
fn keys_of_another_length_are_refused() {
    for provider in providers() {
        for (algorithm, length) in [(AeadAlgorithm::Aes128Gcm, 32), (AeadAlgorithm::Aes256Gcm, 16)]
        {
            let refused = provider.aead(algorithm, &vec![0; length]);
            assert_eq!(refused.err(), Some(CryptoError::InvalidKey));
        }
    }
}

#[test]
fn all_give_the_same_bytes_for_any_length() {
    let mut random = Seed::from_u64(1).stream("aead");
    for length in (0..130).chain([500, 1_199, 1_200, 1_500]) {
        let (key, nonce): ([u8; 32], [u8; 12]) = (random.bytes(), random.bytes());
        let mut text = vec![0; length];
        random.fill(&mut text);
        for algorithm in [AeadAlgorithm::Aes128Gcm, AeadAlgorithm::Aes256Gcm] {
            let sealed: Vec<_> = providers()
                .iter()
                .map(|provider| {
                    let key = provider.aead(algorithm, &key[..algorithm.key_length()]);
                    let mut text = text.clone();
                    let tag =
                        key.expect("a key").seal_in_place(&nonce, &nonce[..length % 13], &mut text);
                    (text, tag)
                })
                .collect();
            assert!(sealed.windows(2).all(|pair| pair[0] == pair[1]), "{algorithm:?} {length}");
        }
    }
}
