//! SHA and HMAC.

use HashAlgorithm::*;

use super::providers::providers;
use crate::base::Seed;
use crate::crypto::HashAlgorithm;
use crate::wire::hex;

const ALGORITHMS: [HashAlgorithm; 4] = [Sha1, Sha256, Sha384, Sha512];

/// FIPS 180-4's example: the hashes of "abc".
const HASHES: [&str; 4] = [
    "a9993e364706816aba3e25717850c26c9cd0d89d",
    "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad",
    "cb00753f45a35e8bb5a03d699ac65007272c32ab0eded1631a8b605a43ff5bed\
     8086072ba1e7cc2358baeca134c825a7",
    "ddaf35a193617abacc417349ae20413112e6fa4e89a97ea20a9eeee64b55d39a\
     2192992a274fc1a836ba3c23a3feebbd454d4423643ce80e2a9ac94fa54ca49f",
];

/// RFC 2202 and RFC 4231, test case 1: twenty bytes 0x0b, "Hi There".
const SHORT_KEY: [&str; 4] = [
    "b617318655057264e28bc0b6fb378c8ef146be00",
    "b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7",
    "afd03944d84895626b0825f4ab46907f15f9dadbe4101ec682aa034c7cebc59c\
     faea9ea9076ede7f4af152e8b2fa9cb6",
    "87aa7cdea5ef619d4ff0b4241a1d6cb02379f4e2ce4ec2787ad0b30545e17cde\
     daa833b7d6b8a702038b274eaea3f4e4be9d914eeb61f1702e696c203a126854",
];

/// Test case 6 of both: a key longer than a block, of 80 and 131 bytes 0xaa.
const LONG_KEY: [(usize, &str); 4] = [
    (80, "aa4ae5e15272d00e95705637ce8a3b55ed402112"),
    (131, "60e431591ee0b67f0d8a26aacbf5b77f8e0bc6213728c5140546040f0ee37f54"),
    (
        131,
        "4ece084485813e9088d2c63a041bc5b44f9ef1012a2b588f3cd11f05033ac4c6\
         0c2ef6ab4030fe8296248df163f44952",
    ),
    (
        131,
        "80b24263c7c1a3ebb71493c1dd7be8b49b46d1f41b4aeec1121b013783f8f352\
         6b56d037e05f2598bd0fd2215d6a1e5295e64f73f63f0aec8b915a985d786598",
    ),
];

const LONG_KEY_TEXT: &[u8] = b"Test Using Larger Than Block-Size Key - Hash Key First";

#[test]
fn published_hashes_of_the_parts_together() {
    for provider in providers() {
        for (algorithm, expected) in ALGORITHMS.into_iter().zip(HASHES) {
            for parts in [&[&b"abc"[..]][..], &[b"a", b"", b"bc"]] {
                let hash = provider.hash(algorithm, parts);
                assert_eq!(hash[..], hex(expected), "{} {algorithm:?}", provider.name());
                assert_eq!(hash.len(), algorithm.length());
            }
        }
    }
}

#[test]
fn published_codes_of_the_parts_together() {
    for provider in providers() {
        for (algorithm, expected) in ALGORITHMS.into_iter().zip(SHORT_KEY) {
            let key = provider.hmac(algorithm, &[0x0b; 20]);
            for parts in [&[&b"Hi There"[..]][..], &[b"Hi", b" ", b"There"]] {
                assert_eq!(key.sign(parts)[..], hex(expected), "{algorithm:?}");
            }
        }
    }
}

#[test]
fn a_key_longer_than_a_block_is_hashed_first() {
    for provider in providers() {
        for (algorithm, (length, expected)) in ALGORITHMS.into_iter().zip(LONG_KEY) {
            let key = provider.hmac(algorithm, &vec![0xaa; length]);
            assert_eq!(key.sign(&[LONG_KEY_TEXT])[..], hex(expected), "{algorithm:?}");
        }
    }
}

#[test]
fn all_give_the_same_bytes_for_any_length() {
    let mut text = vec![0; 300];
    Seed::from_u64(1).stream("hashes").fill(&mut text);
    for algorithm in ALGORITHMS {
        for length in 0..text.len() {
            let (text, key) = (&text[..length], &text[..length / 2]);
            let results = providers()
                .iter()
                .map(|p| (p.hash(algorithm, &[text]), p.hmac(algorithm, key).sign(&[text])))
                .collect::<Vec<_>>();
            assert!(results.windows(2).all(|pair| pair[0] == pair[1]), "{algorithm:?} {length}");
        }
    }
}
