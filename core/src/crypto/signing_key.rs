//! The key that signs handshakes and certificates.

use std::fmt;
use std::sync::Arc;

use p256::ecdsa::Signature;
use p256::elliptic_curve::Curve;
use p256::elliptic_curve::ops::{Invert, Reduce};
use p256::{NistP256, Scalar, SecretKey, U256};
use rcgen::SignatureAlgorithm;
use rfc6979::KGenerator;
use rfc6979::hmac::digest::block_api::BlockSizeUser;
use sha2::{Sha256, Sha384, Sha512};

use super::rust_crypto::{self, hash_parts};
use super::{Digest, HashAlgorithm, SignatureScheme};
use crate::base::RandomStream;

/// A P-256 key whose ECDSA signatures are deterministic, RFC 6979: the same key and message give
/// the same bytes, with every provider.
#[derive(Clone)]
pub struct SigningKey {
    private_key: Arc<SecretKey>,
    public_key: [u8; 65],
}

impl SigningKey {
    /// A key whose private part is drawn from `random`.
    pub fn generate(random: &mut RandomStream) -> SigningKey {
        SigningKey::of(draw_private_key(random))
    }

    fn of(private_key: SecretKey) -> SigningKey {
        SigningKey { public_key: public_point(&private_key), private_key: Arc::new(private_key) }
    }

    /// The public key as an uncompressed point, SEC 1 section 2.3.3.
    pub fn public_key(&self) -> &[u8; 65] {
        &self.public_key
    }

    /// Signs `message` with the hash of `scheme`, which has to be one of ECDSA; the signature is ASN.1 DER, as TLS carries it
    /// (RFC 8422 section 5.4), of at most 72 bytes.
    pub fn sign(&self, scheme: SignatureScheme, message: &[u8]) -> Vec<u8> {
        let hash = hash_parts(scheme.hash_algorithm(), &[message]);
        let signature = match scheme.hash_algorithm() {
            HashAlgorithm::Sha384 => self.sign_hash::<Sha384>(&hash),
            HashAlgorithm::Sha512 => self.sign_hash::<Sha512>(&hash),
            HashAlgorithm::Sha1 | HashAlgorithm::Sha256 => self.sign_hash::<Sha256>(&hash),
        };
        signature.to_der().as_bytes().to_vec()
    }

    /// Tries nonces in the order of RFC 6979 section 3.2, of which nearly always the first will do.
    fn sign_hash<H: sha2::Digest + BlockSizeUser>(&self, hash: &Digest) -> Signature {
        let order = NistP256::ORDER;
        let mut nonces =
            KGenerator::<H, U256>::new(&self.private_key.to_bytes(), hash, &[], &order);
        loop {
            let mut nonce = [0; 32];
            nonces.fill_next_k(&mut nonce);
            if let Some(signature) = self.sign_with_nonce(&nonce, hash) {
                return signature;
            }
        }
    }

    /// FIPS 186-5 section 6.4.1, steps 2 and 5 to 11; nothing if the nonce does not serve.
    fn sign_with_nonce(&self, nonce: &[u8; 32], hash: &Digest) -> Option<Signature> {
        let nonce = SecretKey::from_slice(nonce).ok()?;
        let point = public_point(&nonce);
        let r = scalar(&point[1..33]);
        let e = scalar(&hash[..32]);
        let inverse = Invert::invert(&nonce.to_nonzero_scalar());
        let s = *inverse * (e + r * *self.private_key.to_nonzero_scalar());
        Signature::from_scalars(r, s).ok()
    }
}

/// The number of 32 bytes, modulo the order of the curve.
fn scalar(bytes: &[u8]) -> Scalar {
    Scalar::reduce(&U256::from_be_slice(bytes))
}

/// The public point of `key`, by the fastest code compiled in.
fn public_point(key: &SecretKey) -> [u8; 65] {
    #[cfg(feature = "ring")]
    if let Some(point) = super::ring::public_point(key) {
        return point;
    }
    rust_crypto::public_point(key)
}

/// Draws until a number fits the order of the curve, which is nearly always the first.
pub(super) fn draw_private_key(random: &mut RandomStream) -> SecretKey {
    loop {
        if let Ok(key) = SecretKey::from_bytes(&random.bytes::<32>().into()) {
            return key;
        }
    }
}

impl rcgen::PublicKeyData for SigningKey {
    fn der_bytes(&self) -> &[u8] {
        &self.public_key
    }

    fn algorithm(&self) -> &'static SignatureAlgorithm {
        &rcgen::PKCS_ECDSA_P256_SHA256
    }
}

impl rcgen::SigningKey for SigningKey {
    fn sign(&self, message: &[u8]) -> Result<Vec<u8>, rcgen::Error> {
        Ok(SigningKey::sign(self, SignatureScheme::EcdsaSecp256r1Sha256, message))
    }
}

impl fmt::Debug for SigningKey {
    /// Prints the public key only.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("SigningKey").field(&self.public_key).finish()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::Seed;
    use crate::wire::hex;
    use SignatureScheme::*;

    /// RFC 6979 appendix A.2.5.
    const PRIVATE_KEY: &str = "c9afa9d845ba75166b5c215767b1d6934e50c3db36e89b127b8a622b120f6721";
    const PUBLIC_KEY: &str = "0460fed4ba255a9d31c961eb74c6356d68c049b8923b61fa6ce669622e60f29fb6\
        7903fe1008b8bc99a41ae9e95628bc64f2f1b20c2d7e9f5177a3c294d4462299";
    const SIGNATURES: [(SignatureScheme, &str, &str); 6] = [
        (
            EcdsaSecp256r1Sha256,
            "sample",
            "efd48b2aacb6a8fd1140dd9cd45e81d69d2c877b56aaf991c34d0ea84eaf3716\
             f7cb1c942d657c41d436c7a1b6e29f65f3e900dbb9aff4064dc4ab2f843acda8",
        ),
        (
            EcdsaSecp256r1Sha384,
            "sample",
            "0eafea039b20e9b42309fb1d89e213057cbf973dc0cfc8f129edddc800ef7719\
             4861f0491e6998b9455193e34e7b0d284ddd7149a74b95b9261f13abde940954",
        ),
        (
            EcdsaSecp256r1Sha512,
            "sample",
            "8496a60b5e9b47c825488827e0495b0e3fa109ec4568fd3f8d1097678eb97f00\
             2362ab1adbe2b8adf9cb9edab740ea6049c028114f2460f96554f61fae3302fe",
        ),
        (
            EcdsaSecp256r1Sha256,
            "test",
            "f1abb023518351cd71d881567b1ea663ed3efcf6c5132b354f28d3b0b7d38367\
             019f4113742a2b14bd25926b49c649155f267e60d3814b4c0cc84250e46f0083",
        ),
        (
            EcdsaSecp256r1Sha384,
            "test",
            "83910e8b48bb0c74244ebdf7f07a1c5413d61472bd941ef3920e623fbccebeb6\
             8ddbec54cf8cd5874883841d712142a56a8d0f218f5003cb0296b6b509619f2c",
        ),
        (
            EcdsaSecp256r1Sha512,
            "test",
            "461d93f31b6540894788fd206c07cfa0cc35f46fa3c91816fff1040ad1581a04\
             39af9f15de0db8d97e72719c74820d304ce5226e32dedae67519e840d1194e55",
        ),
    ];

    #[test]
    fn signatures_are_those_of_rfc_6979() {
        let key = SigningKey::of(SecretKey::from_slice(&hex(PRIVATE_KEY)).expect("a key"));
        assert_eq!(key.public_key()[..], hex(PUBLIC_KEY));
        for (scheme, message, expected) in SIGNATURES {
            let signature = key.sign(scheme, message.as_bytes());
            let read = Signature::from_der(&signature).expect("DER");
            assert_eq!(read.to_bytes()[..], hex(expected), "{scheme:?} {message}");
        }
    }

    #[test]
    fn every_code_gives_the_same_public_point() {
        let mut random = Seed::from_u64(5).stream("keys");
        for _ in 0..20 {
            let key = draw_private_key(&mut random);
            assert_eq!(public_point(&key), rust_crypto::public_point(&key));
        }
    }
}
