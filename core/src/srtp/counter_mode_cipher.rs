//! AES in counter mode and HMAC-SHA1 on packets, RFC 3711 sections 4.1.1 and 4.2.1.

use std::sync::Arc;

use subtle::ConstantTimeEq;

use super::MasterKey;
use super::gcm_cipher::E_FLAG;
use super::header_lengths::RTCP_HEADER_LENGTH;
use super::key_derivation::derive;
use crate::crypto::{CounterModeKey, CryptoError, CryptoProvider, HashAlgorithm, HmacKey};

/// The session keys and the salt, of RTP or of RTCP.
#[derive(Clone, Debug)]
pub(super) struct CounterModeCipher {
    key: Arc<dyn CounterModeKey>,
    authentication: Arc<dyn HmacKey>,
    salt: [u8; 14],
}

/// Bytes of the tag: 80 bits.
const TAG_LENGTH: usize = 10;

impl CounterModeCipher {
    /// Derives the keys from `label` on: 0 for RTP, 3 for RTCP.
    pub(super) fn derive(
        provider: &dyn CryptoProvider,
        master: &MasterKey,
        label: u8,
    ) -> Result<CounterModeCipher, CryptoError> {
        let (mut key, mut authentication, mut salt) = ([0; 16], [0; 20], [0; 14]);
        derive(provider, master, label, &mut key)?;
        derive(provider, master, label + 1, &mut authentication)?;
        derive(provider, master, label + 2, &mut salt)?;
        Ok(CounterModeCipher {
            key: provider.counter_mode(&key)?,
            authentication: provider.hmac(HashAlgorithm::Sha1, &authentication),
            salt,
        })
    }

    /// Encrypts or decrypts, section 4.1.1.
    fn apply(&self, ssrc: u32, index: u64, text: &mut [u8]) {
        let mut initial = [0; 16];
        initial[4..8].copy_from_slice(&ssrc.to_be_bytes());
        initial[8..14].copy_from_slice(&index.to_be_bytes()[2..]);
        for (byte, salt) in initial.iter_mut().zip(self.salt) {
            *byte ^= salt;
        }
        self.key.apply(&initial, text);
    }

    /// The tag over a packet and what is not in it, section 4.2.
    fn tag(&self, packet: &[u8], outside: &[u8]) -> [u8; TAG_LENGTH] {
        let code = self.authentication.sign(&[packet, outside]);
        let mut tag = [0; TAG_LENGTH];
        tag.copy_from_slice(&code[..TAG_LENGTH]);
        tag
    }

    /// Protects the RTP packet `packet[start..]`, section 3.3.
    pub(super) fn seal_rtp(
        &self,
        ssrc: u32,
        index: u64,
        header_length: usize,
        packet: &mut Vec<u8>,
        start: usize,
    ) {
        self.apply(ssrc, index, &mut packet[start + header_length..]);
        let tag = self.tag(&packet[start..], &roll_over_counter(index));
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
        let length = packet.len() - TAG_LENGTH;
        let (packet, tag) = packet.split_at_mut(length);
        check(&self.tag(packet, &roll_over_counter(index)), tag)?;
        self.apply(ssrc, index, &mut packet[header_length..]);
        Ok(length)
    }

    /// Protects the RTCP packet `packet[start..]`, section 3.4: `word` is the E flag, set, and the
    /// index.
    pub(super) fn seal_rtcp(&self, ssrc: u32, word: u32, packet: &mut Vec<u8>, start: usize) {
        self.apply(ssrc, u64::from(word & !E_FLAG), &mut packet[start + RTCP_HEADER_LENGTH..]);
        packet.extend_from_slice(&word.to_be_bytes());
        let tag = self.tag(&packet[start..], &[]);
        packet.extend_from_slice(&tag);
    }

    /// Opens an RTCP packet of at least a header, the word and a tag; gives its length.
    pub(super) fn open_rtcp(
        &self,
        ssrc: u32,
        word: u32,
        packet: &mut [u8],
    ) -> Result<usize, CryptoError> {
        let (packet, tag) = packet.split_at_mut(packet.len() - TAG_LENGTH);
        check(&self.tag(packet, &[]), tag)?;
        let length = packet.len() - 4;
        if word & E_FLAG != 0 {
            self.apply(ssrc, u64::from(word & !E_FLAG), &mut packet[RTCP_HEADER_LENGTH..length]);
        }
        Ok(length)
    }
}

fn roll_over_counter(index: u64) -> [u8; 4] {
    ((index >> 16) as u32).to_be_bytes()
}

fn check(expected: &[u8], tag: &[u8]) -> Result<(), CryptoError> {
    if bool::from(expected.ct_eq(tag)) { Ok(()) } else { Err(CryptoError::Authentication) }
}
