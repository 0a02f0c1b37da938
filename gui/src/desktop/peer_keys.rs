//! The other side's certificate, and what was known of it.

use roomrtc_core::base::Time;
use roomrtc_core::signaling::limits::GUEST_PREFIX;
use roomrtc_io_mio::CertificateFingerprint;

use super::{Copied, Desktop, DesktopEffect, KnownPeer, Notice, PeerKey, SecretText};
use crate::safety_number::SafetyNumber;

/// Most people whose certificates are remembered; the one who was not called for longest makes way.
const MOST_PEERS: usize = 1_000;

impl Desktop {
    /// The handshake has shown both certificates.
    pub(super) fn see_certificates(
        &mut self,
        now: Time,
        own: &CertificateFingerprint,
        peer: CertificateFingerprint,
    ) {
        let Some(user) = self.call.as_ref().map(|call| call.user.clone()) else {
            return;
        };
        let key = self.peer_key(&user, peer);
        if let Some(call) = &mut self.call {
            call.safety_number = Some(SafetyNumber::new(own, &peer));
            call.peer_key = key;
        }
        self.peer_certificate = Some(peer);
        match key {
            PeerKey::First => self.remember_peer(false),
            PeerKey::Changed { .. } => {
                let user = self.call.as_ref().map_or(user, |call| call.name().to_owned());
                self.post(now, Notice::PeerKeyChanged { user });
            }
            _ => {}
        }
    }

    /// What is known stays so until the user has said that the new one is right.
    fn peer_key(&self, user: &str, certificate: CertificateFingerprint) -> PeerKey {
        if self.server.is_local || user.starts_with(GUEST_PREFIX) {
            return PeerKey::Fleeting;
        }
        match self.peers.iter().find(|known| self.is_peer(known, user)) {
            None => PeerKey::First,
            Some(known) if known.certificate != certificate => {
                PeerKey::Changed { before: known.certificate, was_confirmed: known.is_confirmed }
            }
            Some(known) if known.is_confirmed => PeerKey::Confirmed,
            Some(_) => PeerKey::Same,
        }
    }

    fn is_peer(&self, known: &KnownPeer, user: &str) -> bool {
        known.user == user && known.server.eq_ignore_ascii_case(&self.server.name)
    }

    fn remember_peer(&mut self, is_confirmed: bool) {
        let user = self.call.as_ref().map(|call| call.user.clone());
        let Some((user, certificate)) = user.zip(self.peer_certificate) else {
            return;
        };
        let server = self.server.name.clone();
        let known = KnownPeer { server, user, certificate, is_confirmed };
        let mut peers = std::mem::take(&mut self.peers);
        peers.retain(|other| !self.is_peer(other, &known.user));
        if peers.len() >= MOST_PEERS {
            peers.remove(0);
        }
        peers.push(known.clone());
        self.peers = peers;
        self.want(DesktopEffect::RememberPeer(known));
    }

    /// Both have read the same number.
    pub(super) fn confirm_peer(&mut self) {
        let Some(call) = self.call.as_mut().filter(|call| call.safety_number.is_some()) else {
            return;
        };
        if call.peer_key != PeerKey::Fleeting {
            call.peer_key = PeerKey::Confirmed;
            self.remember_peer(true);
        }
    }

    /// The user knows why the certificate is another.
    pub(super) fn accept_peer(&mut self) {
        let Some(call) = &mut self.call else {
            return;
        };
        if matches!(call.peer_key, PeerKey::Changed { .. }) {
            call.peer_key = PeerKey::Same;
            self.remember_peer(false);
        }
    }

    pub(super) fn copy_safety_number(&mut self, now: Time) {
        let number = self.call.as_ref().and_then(|call| call.safety_number);
        if let Some(number) = number {
            let symbols: String = number.emoji().iter().map(|emoji| emoji.symbol).collect();
            let text = format!("{symbols}\n{}", number.digits());
            self.want(DesktopEffect::CopyText(SecretText::new(text)));
            self.post(now, Notice::Copied(Copied::SafetyNumber));
        }
    }
}
