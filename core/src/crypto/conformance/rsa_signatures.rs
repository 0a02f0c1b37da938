//! RSA.

use SignatureScheme::*;
use rsa::Pkcs1v15Sign;
use sha2::{Digest, Sha256};

use super::providers::providers;
use crate::base::Seed;
use crate::crypto::{CryptoError, PublicKey, RsaTestKey, SignatureScheme, SigningKey};
use crate::wire::hex;

const SCHEMES: [SignatureScheme; 6] = [
    RsaPssRsaeSha256,
    RsaPssRsaeSha384,
    RsaPssRsaeSha512,
    RsaPkcs1Sha256,
    RsaPkcs1Sha384,
    RsaPkcs1Sha512,
];

/// RFC 7515 appendix A.2.1, RS256: message and signature. The key is [`RsaTestKey::published`].
const RS256: [&str; 2] = [
    "eyJhbGciOiJSUzI1NiJ9.eyJpc3MiOiJqb2UiLA0KICJleHAiOjEzMDA4MTkzODAsDQogImh0dHA6Ly9leGFtcGxlLmNvbS9pc19yb290Ijp0\
     cnVlfQ",
    "702e218943e88fd11eb5d82dbf7845f34106ae1b81fff7731116add1717d83656d420afd3c96eedd73a2663e\
     5166687b000b87226e0187ed1073f945e582adfcef16d85a798ee8c66ddb3db8975b17d09402beedd5d9d970\
     07108db28160d5f8040ca7445762b81fbe7ff9d92e0ae76f24f25b33bbe6f44ae61eb1040acb20044d3ef912\
     8ed40130795bd4bd3b41eecad066ab651981fde48df77f372dc38b9fafdd3befb18b5da3cc3c2eb02f9e3a41\
     d612caad15911273a05f23b9e838faaf849d698429ef5a1e88798236c3d40e604522a544c8f27a7a2db80663\
     d16cf7caea56de405cb2215a45b2c25566b55ac1a748a070dfc8a32a469543d019eefb47",
];

/// RFC 7520 section 3.4: the modulus; the exponent is 65537.
const MODULUS: &str = "9f810fb4038273d02591e4073f31d2b6001b82cedb4d92f050165d47cfcab8a3c41cb778ac7553793f8ef975\
     768d1a2374d8712564c3bcd77b9ea434544899407cff0099920a931a24c4414852ab29bdb0a95c0653f36c60\
     e60bf90b6258dda56f37047ba5c2d1d029af9c9d40bac7aa41c78a0dd1068add699e808fea011ea1441d8a4f\
     7bb4e97be39f55f1ddd44e9c4ba335159703d4d34b603e65147a4f23d6d3c0996c75edee846a82d190ae1078\
     3c961cf0387aed2106d2d0555b6fd937fad5535387e0ff72ffbe78941402b0b822ea2a74b6058c1dabf9b34a\
     76cb63b87faa2c6847b8e2837fff91186e6b1c14911cf989a89092a81ce601ddacd3f9cf";

/// RFC 7520 section 4: the payload of its examples.
const PAYLOAD: &str = "SXTigJlzIGEgZGFuZ2Vyb3VzIGJ1c2luZXNzLCBGcm9kbywgZ29pbmcgb3V0IHlvdXIgZG9vci4gWW91IHN0ZXAg\
     b250byB0aGUgcm9hZCwgYW5kIGlmIHlvdSBkb24ndCBrZWVwIHlvdXIgZmVldCwgdGhlcmXigJlzIG5vIGtub3dp\
     bmcgd2hlcmUgeW91IG1pZ2h0IGJlIHN3ZXB0IG9mZiB0by4";

/// RFC 7520 sections 4.1.2 and 4.2.2: header and signature of RS256 and PS384.
const COOKBOOK: [(SignatureScheme, &str, &str); 2] = [
    (
        RsaPkcs1Sha256,
        "eyJhbGciOiJSUzI1NiIsImtpZCI6ImJpbGJvLmJhZ2dpbnNAaG9iYml0b24uZXhhbXBsZSJ9",
        "3118dd925cbbffea133d34b70173f8d6240818a6bcd00d19993b95e4c11a1e8c675b67b9099e4d94ab5a8a7a\
     0598a668a5d1ccd4ed94e26c3325d431f7dea2be9f37c6e825208ecf3438bce309c1f810e4a01c00efcd7ce6\
     15fe12ce092309832c92b795f5916be5ed2f446796db98bfbe3a8984e1fea1d10faf0136dd6e48d0ab5024c9\
     0ede5a004eb1f305b52adf5e468e103e871269d9c75c5c67b7c22cf54ce911157478f3d074bb96dc84bf75ed\
     f1c88ac368b19d8e5b8fc540216fa2f669789cd54d76a6874653428b510484fe823e66798a277178b8e6439d\
     de9065626eb21678d40c5ffdf7087bcbbd8a91fce28828ade7bbbe36d4e72d7c903aae0e",
    ),
    (
        RsaPssRsaeSha384,
        "eyJhbGciOiJQUzM4NCIsImtpZCI6ImJpbGJvLmJhZ2dpbnNAaG9iYml0b24uZXhhbXBsZSJ9",
        "72edb6781aa46032a02254e9cc35c6bda15fcfa586a33edf50371f4f49243b2e369a2021daac81ce4d7112c9\
     e4d88a4debeb4f89de95ae494792ab06a83a8709d3fa3bc4d30797430c8b65955a3aff538b3e971b52b86251\
     23316db5d4bddbd65f383e503f1b8a245e40595fcf6f3319656c76234051ff199f23c4815167e38d9974daa2\
     54946606aad84577bc3ff8a343ba7c55dcf44d3af151e4f7966f1df6c867af695f253f089948ef000d977b3d\
     8c969f1c044e5ac03cd3d2a2349faba23f568237fdbf8cb01e41396a447b5f6bae1041252614002354a3db07\
     28bbc61a34b9339c6c7e75d1ae8662625401f9968f067aa03e227caa3c0d833e5fbd846b",
    ),
];

/// What all providers say, which has to be the same.
#[track_caller]
fn verified(
    scheme: SignatureScheme,
    key: &PublicKey,
    message: &[u8],
    signature: &[u8],
) -> Result<(), CryptoError> {
    let all: Vec<_> =
        providers().iter().map(|it| it.verify(scheme, key, message, signature)).collect();
    assert!(all.windows(2).all(|pair| pair[0] == pair[1]), "{scheme:?}: {all:?}");
    all[0]
}

#[test]
fn published_signatures_verify() {
    let [message, signature] = RS256;
    let key = RsaTestKey::published().public_key();
    assert_eq!(verified(RsaPkcs1Sha256, &key, message.as_bytes(), &hex(signature)), Ok(()));
    let key = RsaTestKey::of(&hex(MODULUS), &[1, 0, 1]).public_key();
    for (scheme, header, signature) in COOKBOOK {
        let message = format!("{header}.{PAYLOAD}");
        assert_eq!(verified(scheme, &key, message.as_bytes(), &hex(signature)), Ok(()));
        assert!(verified(scheme, &key, PAYLOAD.as_bytes(), &hex(signature)).is_err());
    }
}

#[test]
fn signatures_verify_with_their_scheme_only() {
    let key = RsaTestKey::published();
    for scheme in SCHEMES {
        let signature = key.sign(scheme, b"message");
        for other in SCHEMES {
            let verified = verified(other, &key.public_key(), b"message", &signature);
            let expected = if other == scheme { Ok(()) } else { Err(CryptoError::Authentication) };
            assert_eq!(verified, expected, "{scheme:?} {other:?}");
        }
    }
}

#[test]
fn every_changed_byte_of_a_signature_is_refused() {
    let key = RsaTestKey::published();
    for scheme in [RsaPkcs1Sha256, RsaPssRsaeSha256] {
        let signature = key.sign(scheme, b"message");
        for index in 0..signature.len() {
            let mut changed = signature.clone();
            changed[index] ^= 1 << (index % 8);
            let verified = verified(scheme, &key.public_key(), b"message", &changed);
            assert_eq!(verified, Err(CryptoError::Authentication), "{index}");
        }
    }
}

#[test]
fn other_messages_and_lengths_are_refused() {
    let key = RsaTestKey::published();
    for scheme in SCHEMES {
        let signature = key.sign(scheme, b"message");
        let longer = [&signature[..], &[0]].concat();
        let padded = [&[0], &signature[..]].concat();
        for (message, signature) in [
            (&b"massage"[..], &signature[..]),
            (b"message", &longer),
            (b"message", &padded),
            (b"message", &signature[1..]),
            (b"message", &signature[..255]),
            (b"message", &[]),
            (b"message", &[0; 256]),
            (b"message", &[0xff; 256]),
        ] {
            let verified = verified(scheme, &key.public_key(), message, signature);
            assert_eq!(verified, Err(CryptoError::Authentication), "{scheme:?}");
        }
    }
}

/// SHA-256's DigestInfo before the hash, RFC 8017 section 9.2.
const PREFIX: &str = "3031300d060960864801650304020105000420";

/// What signatures by the right key are of that are padded in another way.
fn wrongly_padded() -> Vec<Vec<u8>> {
    let hash = Sha256::digest(b"message").to_vec();
    let info = [hex(PREFIX), hash.clone()].concat();
    let with = |prefix: &str| [hex(prefix), hash.clone()].concat();
    vec![
        // The hash alone.
        hash.clone(),
        // Something behind the hash: what forgeries with a small exponent are made of.
        [&info[..], &[0; 40]].concat(),
        // Something before it.
        [&[0], &info[..]].concat(),
        // The algorithm without its parameters, and by another name.
        with("302f300b06096086480165030402010420"),
        with("3021300906052b0e03021a05000414"),
        with("3031300d060960864801650304020205000420"),
        // Lengths in a longer form.
        with("308131300d060960864801650304020105000420"),
    ]
}

#[test]
fn another_padding_is_refused() {
    let key = RsaTestKey::published();
    let right = [hex(PREFIX), Sha256::digest(b"message").to_vec()].concat();
    let sign = |text: &[u8]| key.pad(Pkcs1v15Sign::new_unprefixed(), text);
    let public = key.public_key();
    assert_eq!(verified(RsaPkcs1Sha256, &public, b"message", &sign(&right)), Ok(()));
    for wrong in wrongly_padded() {
        let verified = verified(RsaPkcs1Sha256, &public, b"message", &sign(&wrong));
        assert_eq!(verified, Err(CryptoError::Authentication), "{wrong:02x?}");
    }
}

#[test]
fn a_salt_of_another_length_than_the_hash_is_refused() {
    let key = RsaTestKey::published();
    let hash = Sha256::digest(b"message");
    for length in [0, 20, 31, 32, 33, 64] {
        let signature = key.pad(rsa::Pss::<Sha256>::new_with_salt(length), &hash);
        let verified = verified(RsaPssRsaeSha256, &key.public_key(), b"message", &signature);
        assert_eq!(verified.is_ok(), length == 32, "{length}");
    }
}

#[test]
fn keys_of_every_size_are_computed_with_and_of_another_kind_told_apart() {
    for bytes in [256, 257, 300, 384, 512] {
        let modulus = vec![0xc3; bytes];
        for exponent in [&[3][..], &[1, 0, 1], &[1, 0xff, 0xff, 0xff, 0xff]] {
            let key = RsaTestKey::of(&modulus, exponent).public_key();
            for scheme in SCHEMES {
                let verified = verified(scheme, &key, b"message", &vec![0x42; bytes]);
                assert_eq!(verified, Err(CryptoError::Authentication), "{bytes}");
            }
        }
    }
    let key = SigningKey::generate(&mut Seed::from_u64(4).stream("key"));
    let key = PublicKey::Secp256r1(*key.public_key());
    for scheme in SCHEMES {
        let verified = verified(scheme, &key, b"message", &[1; 256]);
        assert_eq!(verified, Err(CryptoError::InvalidKey));
    }
}
