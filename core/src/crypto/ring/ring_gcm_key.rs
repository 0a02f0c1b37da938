//! AES in Galois/Counter Mode.

use std::fmt;

use ring::aead::{AES_128_GCM, AES_256_GCM, Aad, LessSafeKey, Nonce, UnboundKey};

use crate::crypto::{AeadAlgorithm, AeadKey, CryptoError};

/// An expanded key.
pub(super) struct RingGcmKey(LessSafeKey);

impl RingGcmKey {
    pub(super) fn new(algorithm: AeadAlgorithm, key: &[u8]) -> Result<RingGcmKey, CryptoError> {
        let algorithm = match algorithm {
            AeadAlgorithm::Aes128Gcm => &AES_128_GCM,
            AeadAlgorithm::Aes256Gcm => &AES_256_GCM,
        };
        let key = UnboundKey::new(algorithm, key).map_err(|_| CryptoError::InvalidKey)?;
        Ok(RingGcmKey(LessSafeKey::new(key)))
    }
}

impl AeadKey for RingGcmKey {
    fn seal_in_place(&self, nonce: &[u8; 12], associated: &[u8], text: &mut [u8]) -> [u8; 16] {
        let nonce = Nonce::assume_unique_for_key(*nonce);
        // Only texts of more than 64 GiB are refused.
        let sealed = self.0.seal_in_place_separate_tag(nonce, Aad::from(associated), text);
        let mut tag = [0; AeadAlgorithm::TAG_LENGTH];
        tag.copy_from_slice(sealed.expect("a text that fits a datagram").as_ref());
        tag
    }

    fn open_in_place(
        &self,
        nonce: &[u8; 12],
        associated: &[u8],
        text_and_tag: &mut [u8],
    ) -> Result<usize, CryptoError> {
        let nonce = Nonce::assume_unique_for_key(*nonce);
        match self.0.open_in_place(nonce, Aad::from(associated), text_and_tag) {
            Ok(text) => Ok(text.len()),
            Err(_) => Err(CryptoError::Authentication),
        }
    }
}

impl fmt::Debug for RingGcmKey {
    /// Never prints the key.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("RingGcmKey(..)")
    }
}
