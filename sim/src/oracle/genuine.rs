//! What hosts really sent.

use xxhash_rust::xxh3::xxh3_64;

use super::Recent;
use super::rtp_ring::RtpRing;
use crate::dissect::RtpHeader;

/// What one host has sent of late, by hash: whatever else claims to come from it is forged,
/// damaged, or so old that it is to be refused.
#[derive(Clone, Debug)]
pub(super) struct Genuine {
    stun: Recent<u64, 1_024>,
    rtp: RtpRing,
    rtcp: Recent<u64, 1_024>,
    dtls: Recent<u64, 256>,
    /// What it sent after it was told to close: its BYE and its close_notify.
    farewells: Recent<u64, 8>,
}

impl Genuine {
    /// Bytes of a FINGERPRINT attribute, RFC 8489 section 14.7.
    const FINGERPRINT: usize = 8;

    pub(super) fn new() -> Genuine {
        Genuine {
            stun: Recent::new(),
            rtp: RtpRing::new(),
            rtcp: Recent::new(),
            dtls: Recent::new(),
            farewells: Recent::new(),
        }
    }

    /// The hash that datagrams are known by.
    #[inline]
    pub(super) fn hash(datagram: &[u8]) -> u64 {
        xxh3_64(datagram)
    }

    /// The hash that STUN messages are known by: that of all but the FINGERPRINT at their end, which
    /// is not authenticated. Damage may make another attribute of it, which is ignored behind
    /// MESSAGE-INTEGRITY (RFC 8489 section 14.5).
    pub(super) fn stun_hash(datagram: &[u8]) -> u64 {
        xxh3_64(&datagram[..datagram.len().saturating_sub(Self::FINGERPRINT)])
    }

    #[inline]
    pub(super) fn note_rtp(&mut self, header: &RtpHeader, hash: u64) {
        *self.rtp.place(header) = hash;
    }

    pub(super) fn note_rtcp(&mut self, hash: u64) {
        self.rtcp.push(hash);
    }

    pub(super) fn note_stun(&mut self, hash: u64) {
        self.stun.push(hash);
    }

    pub(super) fn note_dtls(&mut self, hash: u64) {
        self.dtls.push(hash);
    }

    pub(super) fn note_farewell(&mut self, hash: u64) {
        self.farewells.push(hash);
    }

    #[inline]
    pub(super) fn has_rtp(&self, header: &RtpHeader, hash: u64) -> bool {
        self.rtp.has(header, hash)
    }

    pub(super) fn has_rtcp(&self, hash: u64) -> bool {
        self.rtcp.find(|own| *own == hash).is_some()
    }

    pub(super) fn has_stun(&self, hash: u64) -> bool {
        self.stun.find(|own| *own == hash).is_some()
    }

    pub(super) fn has_dtls(&self, hash: u64) -> bool {
        self.dtls.find(|own| *own == hash).is_some()
    }

    pub(super) fn has_farewell(&self, hash: u64) -> bool {
        self.farewells.find(|own| *own == hash).is_some()
    }
}
