//! AES in Galois/Counter Mode.

use std::fmt;

use aes_gcm::aead::AeadInOut;
use aes_gcm::aead::consts::{U12, U16};

use crate::crypto::{AeadAlgorithm, AeadKey, CryptoError};

/// An expanded key of the cipher `C`.
pub(super) struct GcmKey<C>(pub(super) C);

impl<C> AeadKey for GcmKey<C>
where
    C: AeadInOut<NonceSize = U12, TagSize = U16> + Send + Sync,
{
    fn seal_in_place(&self, nonce: &[u8; 12], associated: &[u8], text: &mut [u8]) -> [u8; 16] {
        // Only texts of more than 64 GiB are refused.
        self.0
            .encrypt_inout_detached(nonce.into(), associated, text.into())
            .expect("a text that fits a datagram")
            .into()
    }

    fn open_in_place(
        &self,
        nonce: &[u8; 12],
        associated: &[u8],
        text_and_tag: &mut [u8],
    ) -> Result<usize, CryptoError> {
        let length = text_and_tag
            .len()
            .checked_sub(AeadAlgorithm::TAG_LENGTH)
            .ok_or(CryptoError::Authentication)?;
        let (text, tag) = text_and_tag.split_at_mut(length);
        let tag: &[u8; 16] = (&*tag).try_into().map_err(|_| CryptoError::Authentication)?;
        self.0
            .decrypt_inout_detached(nonce.into(), associated, text.into(), tag.into())
            .map_err(|_| CryptoError::Authentication)?;
        Ok(length)
    }
}

impl<C> fmt::Debug for GcmKey<C> {
    /// Never prints the key.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("GcmKey(..)")
    }
}
