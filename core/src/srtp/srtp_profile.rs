//! How packets are protected.

use crate::crypto::AeadAlgorithm;

/// An SRTP protection profile of DTLS, RFC 5764 section 4.1.2 and RFC 7714 section 14.2.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum SrtpProfile {
    /// `SRTP_AES128_CM_HMAC_SHA1_80`: AES-128 in counter mode, 80 bits of HMAC-SHA1.
    Aes128CmHmacSha1_80,
    /// `SRTP_AEAD_AES_128_GCM`.
    AeadAes128Gcm,
    /// `SRTP_AEAD_AES_256_GCM`.
    AeadAes256Gcm,
}

impl SrtpProfile {
    /// All of them, best first: by speed and strength of authentication, then key length.
    pub const ALL: [SrtpProfile; 3] =
        [SrtpProfile::AeadAes128Gcm, SrtpProfile::AeadAes256Gcm, SrtpProfile::Aes128CmHmacSha1_80];

    /// The code point in `use_srtp`.
    pub const fn code(self) -> u16 {
        match self {
            SrtpProfile::Aes128CmHmacSha1_80 => 0x0001,
            SrtpProfile::AeadAes128Gcm => 0x0007,
            SrtpProfile::AeadAes256Gcm => 0x0008,
        }
    }

    /// The profile of a code point, if it is one of ours.
    pub const fn from_code(code: u16) -> Option<SrtpProfile> {
        match code {
            0x0001 => Some(SrtpProfile::Aes128CmHmacSha1_80),
            0x0007 => Some(SrtpProfile::AeadAes128Gcm),
            0x0008 => Some(SrtpProfile::AeadAes256Gcm),
            _ => None,
        }
    }

    /// The name in the registry of DTLS-SRTP protection profiles.
    pub const fn name(self) -> &'static str {
        match self {
            SrtpProfile::Aes128CmHmacSha1_80 => "SRTP_AES128_CM_HMAC_SHA1_80",
            SrtpProfile::AeadAes128Gcm => "SRTP_AEAD_AES_128_GCM",
            SrtpProfile::AeadAes256Gcm => "SRTP_AEAD_AES_256_GCM",
        }
    }

    /// Bytes of a master key, and of the session keys that encrypt.
    pub const fn key_length(self) -> usize {
        match self {
            SrtpProfile::Aes128CmHmacSha1_80 | SrtpProfile::AeadAes128Gcm => 16,
            SrtpProfile::AeadAes256Gcm => 32,
        }
    }

    /// Bytes of a master salt, and of the session salts.
    pub const fn salt_length(self) -> usize {
        match self {
            SrtpProfile::Aes128CmHmacSha1_80 => 14,
            SrtpProfile::AeadAes128Gcm | SrtpProfile::AeadAes256Gcm => 12,
        }
    }

    /// Bytes that a handshake exports: a key and a salt for each side, RFC 5764 section 4.2.
    pub const fn keying_material_length(self) -> usize {
        2 * (self.key_length() + self.salt_length())
    }

    /// Bytes that an RTP packet grows by.
    pub const fn rtp_overhead(self) -> usize {
        match self {
            SrtpProfile::Aes128CmHmacSha1_80 => 10,
            SrtpProfile::AeadAes128Gcm | SrtpProfile::AeadAes256Gcm => AeadAlgorithm::TAG_LENGTH,
        }
    }

    /// Bytes that an RTCP packet grows by: the tag, and the index with the E flag.
    pub const fn rtcp_overhead(self) -> usize {
        self.rtp_overhead() + 4
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn code_points_are_read_back() {
        for profile in SrtpProfile::ALL {
            assert_eq!(SrtpProfile::from_code(profile.code()), Some(profile));
        }
        assert_eq!(SrtpProfile::from_code(0x0002), None);
    }

    #[test]
    fn lengths_are_those_of_the_registries() {
        let lengths = SrtpProfile::ALL.map(SrtpProfile::keying_material_length);
        assert_eq!(lengths, [56, 88, 60]);
    }
}
