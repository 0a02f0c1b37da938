//! The provider itself.

use std::sync::Arc;

use super::ring_gcm_key::RingGcmKey;
use super::secp256r1_exchange::Secp256r1Exchange;
use super::signatures;
use super::x25519_exchange::X25519Exchange;
use crate::base::RandomStream;
use crate::crypto::signing_key::draw_private_key;
use crate::crypto::{
    AeadAlgorithm, AeadKey, CounterModeKey, CryptoError, CryptoProvider, Digest, HashAlgorithm,
    HmacKey, KeyExchange, NamedGroup, PublicKey, SignatureScheme, rust_crypto,
};

/// The provider of ring.
#[derive(Clone, Copy, Debug)]
pub struct RingProvider;

/// The one provider of this kind.
pub static PROVIDER: &dyn CryptoProvider = &RingProvider;

impl CryptoProvider for RingProvider {
    fn name(&self) -> &'static str {
        "ring"
    }

    fn aead(&self, algorithm: AeadAlgorithm, key: &[u8]) -> Result<Arc<dyn AeadKey>, CryptoError> {
        Ok(Arc::new(RingGcmKey::new(algorithm, key)?))
    }

    fn counter_mode(&self, key: &[u8]) -> Result<Arc<dyn CounterModeKey>, CryptoError> {
        rust_crypto::PROVIDER.counter_mode(key)
    }

    fn hash(&self, algorithm: HashAlgorithm, parts: &[&[u8]]) -> Digest {
        rust_crypto::PROVIDER.hash(algorithm, parts)
    }

    fn hmac(&self, algorithm: HashAlgorithm, key: &[u8]) -> Arc<dyn HmacKey> {
        rust_crypto::PROVIDER.hmac(algorithm, key)
    }

    fn key_exchange(&self, group: NamedGroup, random: &mut RandomStream) -> Arc<dyn KeyExchange> {
        // A copy to draw from, for the case that RustCrypto must draw the same again.
        let mut ahead = random.clone();
        let pair: Option<Arc<dyn KeyExchange>> = match group {
            NamedGroup::X25519 => {
                X25519Exchange::of(&ahead.bytes()).map(|pair| Arc::new(pair) as _)
            }
            NamedGroup::Secp256r1 => {
                Secp256r1Exchange::of(&draw_private_key(&mut ahead)).map(|pair| Arc::new(pair) as _)
            }
        };
        match pair {
            Some(pair) => {
                *random = ahead;
                pair
            }
            None => rust_crypto::PROVIDER.key_exchange(group, random),
        }
    }

    fn verify(
        &self,
        scheme: SignatureScheme,
        public_key: &PublicKey,
        message: &[u8],
        signature: &[u8],
    ) -> Result<(), CryptoError> {
        if signatures::is_verified(scheme, public_key, message, signature) {
            return Ok(());
        }
        // ring does not say what is wrong, and does not know all that it is asked for.
        rust_crypto::PROVIDER.verify(scheme, public_key, message, signature)
    }
}
