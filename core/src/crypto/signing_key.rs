//! The key that signs handshakes and certificates.

use std::fmt;
use std::sync::Arc;

use ecdsa::hazmat::sign_prehashed_rfc6979;
use p256::elliptic_curve::sec1::ToSec1Point;
use p256::{NistP256, SecretKey};
use rcgen::SignatureAlgorithm;
use sha2::{Sha256, Sha384, Sha512};

use super::rust_crypto::hash_parts;
use super::{HashAlgorithm, SignatureScheme};
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
        let mut public_key = [0; 65];
        public_key.copy_from_slice(private_key.public_key().to_sec1_point(false).as_bytes());
        SigningKey { private_key: Arc::new(private_key), public_key }
    }

    /// The public key as an uncompressed point, SEC 1 section 2.3.3.
    pub fn public_key(&self) -> &[u8; 65] {
        &self.public_key
    }

    /// Signs `message` with the hash of `scheme`; the signature is ASN.1 DER, as TLS carries it
    /// (RFC 8422 section 5.4), of at most 72 bytes.
    pub fn sign(&self, scheme: SignatureScheme, message: &[u8]) -> Vec<u8> {
        let hash = hash_parts(scheme.hash_algorithm(), &[message]);
        let key = self.private_key.to_nonzero_scalar();
        let (signature, _) = match scheme.hash_algorithm() {
            HashAlgorithm::Sha384 => sign_prehashed_rfc6979::<NistP256, Sha384>(&key, &hash, &[]),
            HashAlgorithm::Sha512 => sign_prehashed_rfc6979::<NistP256, Sha512>(&key, &hash, &[]),
            _ => sign_prehashed_rfc6979::<NistP256, Sha256>(&key, &hash, &[]),
        };
        signature.to_der().as_bytes().to_vec()
    }
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
