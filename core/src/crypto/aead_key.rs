//! An expanded AEAD key.

use std::fmt;

use super::CryptoError;

/// A key of an [`super::AeadAlgorithm`], ready for use. It allocates nothing.
pub trait AeadKey: fmt::Debug + Send + Sync {
    /// Encrypts `text` in place and gives the tag.
    ///
    /// The caller never uses a `nonce` twice with one key.
    fn seal_in_place(&self, nonce: &[u8; 12], associated: &[u8], text: &mut [u8]) -> [u8; 16];

    /// Checks and decrypts `text_and_tag` in place; the first bytes, as many as the length given
    /// back, are then the plain text.
    ///
    /// # Errors
    /// [`CryptoError::Authentication`] if the tag is wrong or missing; the content of
    /// `text_and_tag` is then unspecified.
    fn open_in_place(
        &self,
        nonce: &[u8; 12],
        associated: &[u8],
        text_and_tag: &mut [u8],
    ) -> Result<usize, CryptoError>;
}
