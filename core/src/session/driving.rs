//! What engines tell, and what follows from it: keys from DTLS to SRTP, the path from ICE to DTLS.

use super::{CandidateInit, Event, KeyLog, PacketKind, Peer, SecureMedia};
use crate::media::MediaEvent;
use crate::planted_bugs::{PlantedBug, is_planted};
use crate::srtp::{MasterKey, SrtpProfile, SrtpReceiver, SrtpSender};
use crate::{dtls, ice};

/// The exporter label of RFC 5764 section 4.2.
const EXPORTER_LABEL: &str = "EXTRACTOR-dtls_srtp";

impl Peer {
    /// Events kept for an application that does not poll. The oldest go.
    const MOST_EVENTS: usize = 256;

    pub(super) fn tell(&mut self, event: Event) {
        if self.events.len() >= Self::MOST_EVENTS {
            self.events.pop_front();
        }
        self.events.push_back(event);
    }

    /// Carries plain values between the engines until none has anything to tell.
    pub(super) fn drive(&mut self) {
        while let Some(event) = self.ice.poll_event() {
            self.on_ice(event);
        }
        while let Some(event) = self.dtls.as_mut().and_then(|dtls| dtls.poll_event()) {
            self.on_dtls(event);
        }
        while let Some(event) = self.media.poll_event(self.now) {
            self.on_media(event);
        }
    }

    fn on_ice(&mut self, event: ice::Event) {
        match event {
            ice::Event::LocalCandidate(candidate) if self.is_described => {
                self.tell_candidate(&self.ice.signaled(&candidate).to_string());
            }
            ice::Event::GatheringComplete => {
                self.tell(Event::GatheringComplete);
                if self.is_described {
                    self.tell_candidate("");
                }
            }
            ice::Event::StateChanged(state) => self.on_ice_state(state),
            ice::Event::SelectedPair(_) => self.start_handshake(),
            ice::Event::LocalCandidate(_) | ice::Event::RoleChanged(_) => {}
        }
    }

    pub(super) fn tell_candidate(&mut self, candidate: &str) {
        if is_planted(PlantedBug::NoTrickle) {
            return;
        }
        // Browsers throw at a candidate that names no section: W3C WebRTC section 4.4.1.6.
        let Some((index, mid)) = self.negotiator.transport_section() else {
            return;
        };
        let init = CandidateInit {
            candidate: candidate.to_owned(),
            sdp_mid: mid.map(str::to_owned),
            sdp_mline_index: u16::try_from(index).ok(),
            username_fragment: Some(self.ice.local_credentials().username_fragment().to_owned()),
        };
        if self.ice.offers_restart() {
            self.renegotiation.told_for_restart.push(candidate.to_owned());
        }
        self.tell(Event::LocalCandidate(init));
    }

    fn on_ice_state(&mut self, state: ice::ConnectionState) {
        match state {
            ice::ConnectionState::Connected | ice::ConnectionState::Completed => {
                self.start_handshake();
                if is_planted(PlantedBug::SendMediaBeforeKeys) {
                    self.media.start(self.now);
                }
                if !self.is_path_up {
                    self.is_path_up = true;
                    if let Some(dtls) = &mut self.dtls {
                        dtls.resume(self.now);
                    }
                    self.drop_stale_media();
                    self.tell(Event::IceConnected);
                }
            }
            ice::ConnectionState::Disconnected => {
                self.lose_path();
                self.tell(Event::IceDisconnected);
            }
            ice::ConnectionState::Failed => {
                self.lose_path();
                self.tell(Event::IceFailed);
            }
            ice::ConnectionState::New | ice::ConnectionState::Checking => {}
        }
    }

    /// Frames that waited for a path to come back are of a time gone by.
    fn drop_stale_media(&mut self) {
        if self.srtp.is_some() {
            self.media.drop_waiting();
        }
    }

    fn lose_path(&mut self) {
        self.is_path_up = false;
        if let Some(dtls) = &mut self.dtls {
            dtls.pause();
        }
    }

    /// Begins the handshake once there are both a path and a role. Timers follow the round-trip
    /// time that ICE has measured.
    pub(super) fn start_handshake(&mut self) {
        if self.ice.selected().is_none() {
            return;
        }
        let round_trip = self.ice.round_trip_time().map(|time| time.smoothed);
        if let Some(dtls) = &mut self.dtls {
            dtls.start(self.now, round_trip);
        }
    }

    fn on_dtls(&mut self, event: dtls::Event) {
        match event {
            dtls::Event::Connected(connected) => self.on_handshake_complete(&connected),
            dtls::Event::FingerprintMismatch => self.tell(Event::FingerprintMismatch),
            dtls::Event::Failed(failure) => self.tell(Event::DtlsFailed(failure.to_string())),
            dtls::Event::Closed => {
                self.srtp = None;
                self.tell(Event::ClosedByPeer);
            }
            dtls::Event::AlertReceived { .. } | dtls::Event::ApplicationData(_) => {}
        }
    }

    fn on_handshake_complete(&mut self, connected: &dtls::Connected) {
        self.agreed = Some(*connected);
        match self.secure_media(connected) {
            Some(srtp) => self.srtp = Some(Box::new(srtp)),
            None => return self.tell(Event::DtlsFailed("no keys for media".to_owned())),
        }
        self.connected_at = Some(self.now);
        self.media.start(self.now);
        self.tell(Event::Connected);
        for (_, _, payload) in self.early_media.take() {
            if let Some(kind) = PacketKind::of(&payload) {
                self.open_media(kind, &payload);
            }
        }
    }

    /// The secrets of the session, while it is connected, where
    /// [`super::PeerConfig::gives_out_keys`] asks for them. Whoever has them can read and forge
    /// everything in it.
    pub fn key_log(&self) -> Option<KeyLog> {
        if !self.config.gives_out_keys {
            return None;
        }
        let dtls = self.dtls.as_ref()?;
        let srtp_profile = SrtpProfile::from_code(self.agreed?.srtp_profile?)?;
        Some(KeyLog {
            role: dtls.role(),
            dtls: dtls.key_log_line()?,
            srtp_profile,
            srtp_keying_material: exported_keys(dtls, srtp_profile)?,
        })
    }

    /// The keys of both directions, RFC 5764 section 4.2.
    fn secure_media(&self, connected: &dtls::Connected) -> Option<SecureMedia> {
        let profile = SrtpProfile::from_code(connected.srtp_profile?)?;
        let dtls = self.dtls.as_ref()?;
        let exported = exported_keys(dtls, profile)?;
        let (client, server) = MasterKey::split(profile, &exported)?;
        let (ours, theirs) = match dtls.role() {
            dtls::Role::Client => (client, server),
            dtls::Role::Server => (server, client),
        };
        let witness = self.config.witness.clone();
        Some(SecureMedia {
            profile,
            sender: SrtpSender::new(self.config.provider, &ours).ok()?.seen_by(witness.clone()),
            receiver: SrtpReceiver::new(self.config.provider, &theirs).ok()?.seen_by(witness),
        })
    }

    fn on_media(&mut self, event: MediaEvent) {
        match event {
            MediaEvent::KeyFrameRequested { media } => {
                let event = Event::KeyFrameRequested { media };
                // One that was not taken yet says it already.
                if !self.events.contains(&event) {
                    self.tell(event);
                }
            }
            MediaEvent::SourceEnded { media } => self.tell(Event::SourceEnded { media }),
        }
    }
}

fn exported_keys(dtls: &dtls::Endpoint, profile: SrtpProfile) -> Option<Vec<u8>> {
    dtls.export(EXPORTER_LABEL, None, profile.keying_material_length()).ok()
}
