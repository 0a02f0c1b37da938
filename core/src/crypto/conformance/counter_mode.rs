//! AES in counter mode.

use super::providers::providers;
use crate::crypto::CryptoError;
use crate::wire::hex;

/// SP 800-38A appendix F.5.
const INITIAL: &str = "f0f1f2f3f4f5f6f7f8f9fafbfcfdfeff";
const TEXT: &str = "6bc1bee22e409f96e93d7e117393172aae2d8a571e03ac9c9eb76fac45af8e51\
    30c81c46a35ce411e5fbc1191a0a52eff69f2445df4f9b17ad2b417be66c3710";
const CASES: [(&str, &str); 2] = [
    (
        "2b7e151628aed2a6abf7158809cf4f3c",
        "874d6191b620e3261bef6864990db6ce9806f66b7970fdff8617187bb9fffdff\
         5ae4df3edbd5d35e5b4f09020db03eab1e031dda2fbe03d1792170a0f3009cee",
    ),
    (
        "603deb1015ca71be2b73aef0857d77811f352c073b6108d72d9810a30914dff4",
        "601ec313775789a5b7a7f504bbf3d228f443e3ca4d62b59aca84e990cacaf5c5\
         2b0930daa23de94ce87017ba2d84988ddfc9c58db67aada613c2dd08457941a6",
    ),
];

#[test]
fn published_vectors_of_every_length() {
    let initial = hex(INITIAL).try_into().expect("sixteen bytes");
    for provider in providers() {
        for (key, expected) in CASES {
            let key = provider.counter_mode(&hex(key)).expect("a key");
            for length in 0..=hex(TEXT).len() {
                let mut text = hex(TEXT);
                text.truncate(length);
                key.apply(&initial, &mut text);
                assert_eq!(text, hex(expected)[..length], "{}", provider.name());
            }
        }
    }
}

#[test]
fn the_key_stream_of_rfc_3711() {
    // Appendix B.2: the session salt, the SSRC 0 and the index 0, then the block counter.
    let initial = hex("f0f1f2f3f4f5f6f7f8f9fafbfcfd0000").try_into().expect("sixteen bytes");
    for provider in providers() {
        let key = provider.counter_mode(&hex(CASES[0].0)).expect("a key");
        let mut stream = vec![0; 0xff02 * 16];
        key.apply(&initial, &mut stream);
        assert_eq!(stream[..16], hex("e03ead0935c95e80e166b16dd92b4eb4"));
        assert_eq!(stream[0xfeff * 16..][..16], hex("ec8cdf7398607cb0f2d21675ea9ea1e4"));
        assert_eq!(stream[0xff00 * 16..][..16], hex("362b7c3c6773516318a077d7fc5073ae"));
        assert_eq!(stream[0xff01 * 16..], hex("6a2cc3787889374fbeb4c81b17ba6c44"));
    }
}

#[test]
fn keys_of_another_length_are_refused() {
    for provider in providers() {
        for length in [0, 15, 17, 24, 33] {
            let refused = provider.counter_mode(&vec![0; length]);
            assert_eq!(refused.err(), Some(CryptoError::InvalidKey), "{length}");
        }
    }
}
