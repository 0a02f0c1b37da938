//! Two ends of one direction.

use roomrtc_core::crypto::CryptoProvider;
use roomrtc_core::srtp::{MasterKey, SrtpProfile, SrtpReceiver, SrtpSender};

/// A sender and a receiver with the same keys.
pub(super) struct Pair {
    pub(super) sender: SrtpSender,
    pub(super) receiver: SrtpReceiver,
}

impl Pair {
    /// Both ends with the fastest provider.
    pub(super) fn new(profile: SrtpProfile) -> Pair {
        let provider = roomrtc_core::crypto::default_provider();
        Pair::with_providers(profile, provider, provider)
    }

    /// Each end with a provider of its own.
    pub(super) fn with_providers(
        profile: SrtpProfile,
        sending: &dyn CryptoProvider,
        receiving: &dyn CryptoProvider,
    ) -> Pair {
        let key: Vec<u8> = (1..=profile.key_length() as u8).collect();
        let salt: Vec<u8> = (101..=100 + profile.salt_length() as u8).collect();
        let master = MasterKey::new(profile, &key, &salt).expect("lengths of the profile");
        Pair {
            sender: SrtpSender::new(sending, &master).expect("a sender"),
            receiver: SrtpReceiver::new(receiving, &master).expect("a receiver"),
        }
    }

    /// A plain RTP packet, protected.
    pub(super) fn protect(&mut self, plain: &[u8]) -> Vec<u8> {
        let mut packet = plain.to_vec();
        self.sender.protect_rtp(&mut packet, 0).expect("a packet not sent before");
        packet
    }
}
