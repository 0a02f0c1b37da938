//! The keys of one direction of one epoch.

use std::fmt;
use std::sync::Arc;

use super::Record;
use crate::crypto::{AeadAlgorithm, AeadKey, CryptoError, Protected, Witness};

/// AES-GCM as records use it, RFC 5288 section 3: the nonce is four secret bytes and the eight
/// explicit ones of the record.
#[derive(Clone)]
pub(in crate::dtls) struct RecordProtection {
    key: Arc<dyn AeadKey>,
    salt: [u8; 4],
    witness: Witness,
}

/// Bytes of the part of the nonce that travels with the record.
const EXPLICIT_NONCE: usize = 8;

impl RecordProtection {
    /// Bytes a protected record is longer than its plain text.
    pub(in crate::dtls) const OVERHEAD: usize = EXPLICIT_NONCE + AeadAlgorithm::TAG_LENGTH;

    /// The protection by `key`, with the secret part `salt` of the nonce.
    pub(in crate::dtls) fn new(key: Arc<dyn AeadKey>, salt: [u8; 4]) -> RecordProtection {
        RecordProtection { key, salt, witness: Witness::default() }
    }

    /// The same with a witness, which is shown what is protected.
    pub(in crate::dtls) fn seen_by(self, witness: Witness) -> RecordProtection {
        RecordProtection { witness, ..self }
    }

    fn nonce(&self, explicit: [u8; EXPLICIT_NONCE]) -> [u8; 12] {
        let mut nonce = [0; 12];
        nonce[..4].copy_from_slice(&self.salt);
        nonce[4..].copy_from_slice(&explicit);
        nonce
    }

    /// Appends nonce, cipher text and tag of what `text` appends, behind the header of `record`.
    pub(super) fn seal(
        &self,
        record: &Record<'_>,
        text: impl FnOnce(&mut Vec<u8>),
        output: &mut Vec<u8>,
    ) {
        let explicit = number(record);
        output.extend_from_slice(&explicit);
        let start = output.len();
        text(output);
        let protected = Protected::Record(record.content_type);
        self.witness.sealed(protected, u64::from_be_bytes(explicit), 0, &output[start..]);
        let associated = associated(record, output.len() - start);
        let tag = self.key.seal_in_place(&self.nonce(explicit), &associated, &mut output[start..]);
        output.extend_from_slice(&tag);
    }

    /// The plain text of a record.
    ///
    /// # Errors
    /// [`CryptoError::Authentication`] if it is too short or its tag does not fit.
    pub(super) fn open(&self, record: &Record<'_>) -> Result<Vec<u8>, CryptoError> {
        let (explicit, sealed) = record
            .payload
            .split_first_chunk::<EXPLICIT_NONCE>()
            .ok_or(CryptoError::Authentication)?;
        let length = sealed
            .len()
            .checked_sub(AeadAlgorithm::TAG_LENGTH)
            .ok_or(CryptoError::Authentication)?;
        let mut text = sealed.to_vec();
        let associated = associated(record, length);
        let opened = self.key.open_in_place(&self.nonce(*explicit), &associated, &mut text);
        let protected = Protected::Record(record.content_type);
        let length = self.witness.opened(protected, 0, &mut text, opened)?;
        text.truncate(length);
        Ok(text)
    }
}

/// Epoch and record number in one, RFC 6347 section 4.1.2.1.
fn number(record: &Record<'_>) -> [u8; EXPLICIT_NONCE] {
    (u64::from(record.epoch) << 48 | record.sequence).to_be_bytes()
}

/// The additional data, RFC 5246 section 6.2.3.3, for a plain text of `length` bytes.
fn associated(record: &Record<'_>, length: usize) -> [u8; 13] {
    let mut associated = [0; 13];
    associated[..8].copy_from_slice(&number(record));
    associated[8] = record.content_type;
    associated[9..11].copy_from_slice(&record.version.to_be_bytes());
    associated[11..].copy_from_slice(&(length as u16).to_be_bytes());
    associated
}

impl fmt::Debug for RecordProtection {
    /// Never prints the keys.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("RecordProtection(..)")
    }
}
