//! The provider itself.

use std::sync::Arc;

use aes::{Aes128, Aes256};
use aes_gcm::{Aes128Gcm, Aes256Gcm, KeyInit};
use p256::ecdsa::signature::hazmat::PrehashVerifier;
use p256::ecdsa::{DerSignature, VerifyingKey};
use sha1::Sha1;
use sha2::{Sha256, Sha384, Sha512};

use super::counter_key::CounterKey;
use super::gcm_key::GcmKey;
use super::hash_mac::HashMac;
use super::hmac_sha1::HmacSha1;
use super::rsa_signature;
use super::secp256r1_exchange::Secp256r1Exchange;
use super::x25519_exchange::X25519Exchange;
use crate::base::RandomStream;
use crate::crypto::signing_key::draw_private_key;
use crate::crypto::{
    AeadAlgorithm, AeadKey, CounterModeKey, CryptoError, CryptoProvider, Digest, HashAlgorithm,
    HmacKey, KeyAlgorithm, KeyExchange, NamedGroup, PublicKey, SignatureScheme,
};

/// The provider of the RustCrypto crates.
#[derive(Clone, Copy, Debug)]
pub struct RustCryptoProvider;

/// The one provider of this kind.
pub static PROVIDER: &dyn CryptoProvider = &RustCryptoProvider;

impl CryptoProvider for RustCryptoProvider {
    fn name(&self) -> &'static str {
        "RustCrypto"
    }

    fn aead(&self, algorithm: AeadAlgorithm, key: &[u8]) -> Result<Arc<dyn AeadKey>, CryptoError> {
        let invalid = |_| CryptoError::InvalidKey;
        Ok(match algorithm {
            AeadAlgorithm::Aes128Gcm => {
                Arc::new(GcmKey(Aes128Gcm::new_from_slice(key).map_err(invalid)?))
            }
            AeadAlgorithm::Aes256Gcm => {
                Arc::new(GcmKey(Aes256Gcm::new_from_slice(key).map_err(invalid)?))
            }
        })
    }

    fn counter_mode(&self, key: &[u8]) -> Result<Arc<dyn CounterModeKey>, CryptoError> {
        if let Ok(cipher) = Aes128::new_from_slice(key) {
            return Ok(Arc::new(CounterKey::new(cipher)));
        }
        let cipher = Aes256::new_from_slice(key).map_err(|_| CryptoError::InvalidKey)?;
        Ok(Arc::new(CounterKey::new(cipher)))
    }

    fn hash(&self, algorithm: HashAlgorithm, parts: &[&[u8]]) -> Digest {
        hash_parts(algorithm, parts)
    }

    fn hmac(&self, algorithm: HashAlgorithm, key: &[u8]) -> Arc<dyn HmacKey> {
        match algorithm {
            HashAlgorithm::Sha1 => Arc::new(HmacSha1::new(key)),
            HashAlgorithm::Sha256 => Arc::new(HashMac::<Sha256>::new(key)),
            HashAlgorithm::Sha384 => Arc::new(HashMac::<Sha384>::new(key)),
            HashAlgorithm::Sha512 => Arc::new(HashMac::<Sha512>::new(key)),
        }
    }

    fn key_exchange(&self, group: NamedGroup, random: &mut RandomStream) -> Arc<dyn KeyExchange> {
        match group {
            NamedGroup::X25519 => Arc::new(X25519Exchange::of(random.bytes())),
            NamedGroup::Secp256r1 => Arc::new(Secp256r1Exchange::of(draw_private_key(random))),
        }
    }

    fn verify(
        &self,
        scheme: SignatureScheme,
        public_key: &PublicKey,
        message: &[u8],
        signature: &[u8],
    ) -> Result<(), CryptoError> {
        let hash = hash_parts(scheme.hash_algorithm(), &[message]);
        match public_key {
            PublicKey::Rsa(key) => rsa_signature::verify(scheme, key, &hash, signature),
            PublicKey::Secp256r1(point) if scheme.key_algorithm() == KeyAlgorithm::Ecdsa => {
                verify_ecdsa(point, &hash, signature)
            }
            PublicKey::Secp256r1(_) => Err(CryptoError::InvalidKey),
        }
    }
}

fn verify_ecdsa(point: &[u8; 65], hash: &Digest, signature: &[u8]) -> Result<(), CryptoError> {
    let key = VerifyingKey::from_sec1_bytes(point).map_err(|_| CryptoError::InvalidKey)?;
    let signature = DerSignature::try_from(signature).map_err(|_| CryptoError::Authentication)?;
    key.verify_prehash(hash, &signature).map_err(|_| CryptoError::Authentication)
}

/// The hash of the concatenation of `parts`.
pub(in crate::crypto) fn hash_parts(algorithm: HashAlgorithm, parts: &[&[u8]]) -> Digest {
    match algorithm {
        HashAlgorithm::Sha1 => hash_with::<Sha1>(parts),
        HashAlgorithm::Sha256 => hash_with::<Sha256>(parts),
        HashAlgorithm::Sha384 => hash_with::<Sha384>(parts),
        HashAlgorithm::Sha512 => hash_with::<Sha512>(parts),
    }
}

fn hash_with<H: sha2::Digest>(parts: &[&[u8]]) -> Digest {
    let mut hash = H::new();
    for part in parts {
        hash.update(part);
    }
    Digest::new(&hash.finalize())
}
