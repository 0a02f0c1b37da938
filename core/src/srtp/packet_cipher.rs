//! The protection of a profile.

use super::counter_mode_cipher::CounterModeCipher;
use super::gcm_cipher::{E_FLAG, GcmCipher};
use super::{MasterKey, SrtpProfile};
use crate::crypto::{CryptoError, CryptoProvider};

/// The session keys of RTP or of RTCP, as the profile uses them.
#[derive(Clone, Debug)]
pub(super) enum PacketCipher {
    CounterMode(CounterModeCipher),
    Gcm(GcmCipher),
}

impl PacketCipher {
    /// The keys of RTP, RFC 3711 section 4.3.1.
    pub(super) fn of_rtp(
        provider: &dyn CryptoProvider,
        master: &MasterKey,
    ) -> Result<PacketCipher, CryptoError> {
        PacketCipher::derive(provider, master, 0)
    }

    /// The keys of RTCP, RFC 3711 section 4.3.2.
    pub(super) fn of_rtcp(
        provider: &dyn CryptoProvider,
        master: &MasterKey,
    ) -> Result<PacketCipher, CryptoError> {
        PacketCipher::derive(provider, master, 3)
    }

    fn derive(
        provider: &dyn CryptoProvider,
        master: &MasterKey,
        label: u8,
    ) -> Result<PacketCipher, CryptoError> {
        Ok(match master.profile() {
            SrtpProfile::Aes128CmHmacSha1_80 => {
                PacketCipher::CounterMode(CounterModeCipher::derive(provider, master, label)?)
            }
            SrtpProfile::AeadAes128Gcm | SrtpProfile::AeadAes256Gcm => {
                PacketCipher::Gcm(GcmCipher::derive(provider, master, label)?)
            }
        })
    }

    /// Protects the RTP packet `packet[start..]`.
    pub(super) fn seal_rtp(
        &self,
        ssrc: u32,
        index: u64,
        header_length: usize,
        packet: &mut Vec<u8>,
        start: usize,
    ) {
        match self {
            PacketCipher::CounterMode(cipher) => {
                cipher.seal_rtp(ssrc, index, header_length, packet, start);
            }
            PacketCipher::Gcm(cipher) => cipher.seal_rtp(ssrc, index, header_length, packet, start),
        }
    }

    /// Opens an RTP packet of at least a header and the profile's overhead; gives its length.
    pub(super) fn open_rtp(
        &self,
        ssrc: u32,
        index: u64,
        header_length: usize,
        packet: &mut [u8],
    ) -> Result<usize, CryptoError> {
        match self {
            PacketCipher::CounterMode(cipher) => {
                cipher.open_rtp(ssrc, index, header_length, packet)
            }
            PacketCipher::Gcm(cipher) => cipher.open_rtp(ssrc, index, header_length, packet),
        }
    }

    /// Protects the RTCP packet `packet[start..]`.
    pub(super) fn seal_rtcp(&self, ssrc: u32, index: u32, packet: &mut Vec<u8>, start: usize) {
        let word = E_FLAG | index;
        match self {
            PacketCipher::CounterMode(cipher) => cipher.seal_rtcp(ssrc, word, packet, start),
            PacketCipher::Gcm(cipher) => cipher.seal_rtcp(ssrc, word, packet, start),
        }
    }

    /// Where in an RTCP packet of `length` bytes the E flag and the index stand: before the tag
    /// of RFC 3711 section 3.4, behind that of RFC 7714 section 9.2.
    pub(super) fn word_place(&self, length: usize) -> usize {
        match self {
            PacketCipher::CounterMode(_) => {
                length - SrtpProfile::Aes128CmHmacSha1_80.rtcp_overhead()
            }
            PacketCipher::Gcm(_) => length - 4,
        }
    }

    /// Opens an RTCP packet of at least a header and the profile's overhead; gives its length.
    pub(super) fn open_rtcp(
        &self,
        ssrc: u32,
        word: u32,
        packet: &mut [u8],
    ) -> Result<usize, CryptoError> {
        match self {
            PacketCipher::CounterMode(cipher) => cipher.open_rtcp(ssrc, word, packet),
            PacketCipher::Gcm(cipher) => cipher.open_rtcp(ssrc, word, packet),
        }
    }
}
