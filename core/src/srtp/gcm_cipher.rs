//! AES-GCM on packets, RFC 7714.

use std::sync::Arc;

use super::header_lengths::RTCP_HEADER_LENGTH;
use super::key_derivation::derive;
use super::{MasterKey, SrtpProfile};
use crate::crypto::{AeadAlgorithm, AeadKey, CryptoError, CryptoProvider};

/// A session key and its salt, of RTP or of RTCP.
#[derive(Clone, Debug)]
pub(super) struct GcmCipher {
    key: Arc<dyn AeadKey>,
    salt: [u8; 12],
}

impl GcmCipher {
    /// Derives the keys from `label` on: 0 for RTP, 3 for RTCP.
    pub(super) fn derive(
        provider: &dyn CryptoProvider,
        master: &MasterKey,
        label: u8,
    ) -> Result<GcmCipher, CryptoError> {
        let mut key = [0; 32];
        let key = &mut key[..master.profile().key_length()];
        derive(provider, master, label, key)?;
        let mut salt = [0; 12];
        derive(provider, master, label + 2, &mut salt)?;
        GcmCipher::new(provider, master.profile(), key, salt)
    }

    pub(super) fn new(
        provider: &dyn CryptoProvider,
        profile: SrtpProfile,
        key: &[u8],
        salt: [u8; 12],
    ) -> Result<GcmCipher, CryptoError> {
        let algorithm = match profile {
            SrtpProfile::AeadAes256Gcm => AeadAlgorithm::Aes256Gcm,
            SrtpProfile::AeadAes128Gcm | SrtpProfile::Aes128CmHmacSha1_80 => {
                AeadAlgorithm::Aes128Gcm
            }
        };
        Ok(GcmCipher { key: provider.aead(algorithm, key)?, salt })
    }

    /// Section 8.1 for RTP (`index` has 48 bits), section 9.1 for RTCP (31 bits).
    fn nonce(&self, ssrc: u32, index: u64) -> [u8; 12] {
        let mut nonce = [0; 12];
        nonce[2..6].copy_from_slice(&ssrc.to_be_bytes());
        nonce[6..].copy_from_slice(&index.to_be_bytes()[2..]);
        for (byte, salt) in nonce.iter_mut().zip(self.salt) {
            *byte ^= salt;
        }
        nonce
    }

    /// Protects the RTP packet `packet[start..]`, section 8.
    pub(super) fn seal_rtp(
        &self,
        ssrc: u32,
        index: u64,
        header_length: usize,
        packet: &mut Vec<u8>,
        start: usize,
    ) {
        let (header, text) = packet[start..].split_at_mut(header_length);
        let tag = self.key.seal_in_place(&self.nonce(ssrc, index), header, text);
        packet.extend_from_slice(&tag);
    }

    /// Opens an RTP packet of at least a header and a tag; gives its length.
    pub(super) fn open_rtp(
        &self,
        ssrc: u32,
        index: u64,
        header_length: usize,
        packet: &mut [u8],
    ) -> Result<usize, CryptoError> {
        let (header, text_and_tag) = packet.split_at_mut(header_length);
        let length = self.key.open_in_place(&self.nonce(ssrc, index), header, text_and_tag)?;
        Ok(header_length + length)
    }

    /// Protects the RTCP packet `packet[start..]`, section 9.2: `word` is the E flag, set, and the
    /// index.
    pub(super) fn seal_rtcp(&self, ssrc: u32, word: u32, packet: &mut Vec<u8>, start: usize) {
        let (header, text) = packet[start..].split_at_mut(RTCP_HEADER_LENGTH);
        let associated = encrypted_rtcp_associated(header, word);
        let tag = self.key.seal_in_place(&self.nonce(ssrc, index_of(word)), &associated, text);
        packet.extend_from_slice(&tag);
        packet.extend_from_slice(&word.to_be_bytes());
    }

    /// Opens an RTCP packet of at least a header, a tag and the word behind it, section 9.2 or
    /// (without the E flag) 9.3; gives its length.
    pub(super) fn open_rtcp(
        &self,
        ssrc: u32,
        word: u32,
        packet: &mut [u8],
    ) -> Result<usize, CryptoError> {
        let nonce = self.nonce(ssrc, index_of(word));
        let end = packet.len() - 4;
        if word & E_FLAG != 0 {
            let (header, text_and_tag) = packet[..end].split_at_mut(RTCP_HEADER_LENGTH);
            let associated = encrypted_rtcp_associated(header, word);
            let length = self.key.open_in_place(&nonce, &associated, text_and_tag)?;
            return Ok(RTCP_HEADER_LENGTH + length);
        }
        // Everything is associated: the tag moves behind the word, where the packet then ends.
        let length = end - AeadAlgorithm::TAG_LENGTH;
        packet[length..].rotate_right(4);
        let (associated, tag) = packet.split_at_mut(length + 4);
        self.key.open_in_place(&nonce, associated, tag)?;
        Ok(length)
    }
}

/// Set in a packet whose payload is encrypted, RFC 3711 section 3.4.
pub(super) const E_FLAG: u32 = 1 << 31;

fn index_of(word: u32) -> u64 {
    u64::from(word & !E_FLAG)
}

fn encrypted_rtcp_associated(header: &[u8], word: u32) -> [u8; 12] {
    let mut associated = [0; 12];
    associated[..RTCP_HEADER_LENGTH].copy_from_slice(header);
    associated[RTCP_HEADER_LENGTH..].copy_from_slice(&word.to_be_bytes());
    associated
}
