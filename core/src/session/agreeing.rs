//! Offer and answer, and what the engines are told of an agreement.

use super::{CommandError, DescriptionKind, Event, Peer};
use crate::base::SessionSeed;
use crate::crypto::HashAlgorithm;
use crate::dtls;
use crate::ice;
use crate::negotiation::{
    AgreedTransport, Agreement, DtlsRole, IceCredentials, LocalTransport, SignalingState,
};
use crate::sdp::{CandidateInit, Fingerprint, ParseError, SessionDescription};

impl Peer {
    pub(super) fn create_offer(&mut self) -> Result<(), CommandError> {
        let is_stable = self.negotiator.state() == SignalingState::Stable;
        if is_stable && !self.is_described {
            let role = self.config.ice_role.unwrap_or(ice::Role::Controlling);
            self.ice.set_role(self.now, role);
        }
        // New credentials come with an offer of ours, not while another offer is being answered: RFC
        // 9429 section 5.2.3.1.
        if is_stable && std::mem::take(&mut self.renegotiation.wants_ice_restart) {
            self.ice.restart(self.now);
        }
        self.name_sources();
        let transport = self.local_transport();
        match self.negotiator.create_offer(&transport) {
            Ok(offer) => self.describe(DescriptionKind::Offer, &offer),
            Err(error) => {
                self.renegotiation.wants_ice_restart |=
                    is_stable && self.ice.take_back_restart(self.now);
                return Err(error.into());
            }
        }
        Ok(())
    }

    pub(super) fn take_offer(&mut self, sdp: &str) -> Result<(), CommandError> {
        if self.negotiator.state() != SignalingState::Stable {
            return Err(CommandError::UnexpectedOffer(self.negotiator.state()));
        }
        let offer = parse(sdp)?;
        let received = self.negotiator.apply_offer(&offer).map_err(|error| self.refusal(error))?;
        if !self.is_described {
            // Also where an offer of ours was first and was taken back.
            let role = self.config.ice_role.unwrap_or(ice::Role::Controlled);
            self.ice.set_role(self.now, role);
        }
        if received.is_ice_restart {
            // It is the restart that we may have wanted, too.
            self.renegotiation.wants_ice_restart = false;
            self.ice.restart(self.now);
        }
        self.name_sources();
        let transport = self.local_transport();
        let answered = self.negotiator.create_answer(&transport);
        let (answer, agreement) = answered.map_err(|error| self.refusal(error))?;
        self.describe(DescriptionKind::Answer, &answer);
        self.apply(&agreement)
    }

    pub(super) fn take_answer(&mut self, sdp: &str) -> Result<(), CommandError> {
        if self.negotiator.state() != SignalingState::HaveLocalOffer {
            return Err(CommandError::UnexpectedAnswer(self.negotiator.state()));
        }
        let answer = parse(sdp)?;
        let agreement =
            self.negotiator.apply_answer(&answer).map_err(|error| self.refusal(error))?;
        self.apply(&agreement)
    }

    /// Takes our offer back, RFC 8829 section 4.1.10.2. An offer of the other side is never
    /// outstanding between two commands: it is answered at once.
    ///
    /// Before anything was agreed on it is as if no offer had been made. The credentials stay, so that
    /// candidates that were told are good for the next description, which lists them all.
    pub(super) fn roll_back(&mut self) -> Result<(), CommandError> {
        if !self.negotiator.rollback() {
            return Err(CommandError::Rollback(self.negotiator.state()));
        }
        if !self.negotiator.has_agreed() {
            self.is_described = false;
        }
        let told = std::mem::take(&mut self.renegotiation.told_for_restart);
        if self.ice.take_back_restart(self.now) {
            self.renegotiation.wants_ice_restart = true;
            // The other side knows them under the credentials that were taken back.
            told.iter().for_each(|candidate| self.tell_candidate(candidate));
        }
        Ok(())
    }

    /// Descriptions name the sources that are in use: a collision, or a section that was rejected
    /// and is used again, has changed them.
    fn name_sources(&mut self) {
        let ssrc = self.media.local_ssrc(Self::VIDEO);
        let retransmission_ssrc = self.media.retransmission_ssrc(Self::VIDEO);
        self.negotiator.set_sources(Self::VIDEO, ssrc, retransmission_ssrc);
    }

    fn refusal(&self, error: impl std::error::Error) -> CommandError {
        CommandError::Description(error.to_string())
    }

    fn describe(&mut self, kind: DescriptionKind, description: &SessionDescription) {
        self.is_described = true;
        self.tell(Event::LocalDescription { kind, sdp: description.to_string() });
    }

    /// What our ICE and DTLS say of themselves now.
    fn local_transport(&self) -> LocalTransport {
        let digest = self.certificate.fingerprint(HashAlgorithm::Sha256, self.config.provider);
        let credentials = self.ice.local_credentials();
        LocalTransport {
            credentials: IceCredentials {
                ufrag: credentials.username_fragment().to_owned(),
                pwd: credentials.password().to_owned(),
            },
            is_lite: self.ice.is_lite(),
            pacing: Some(self.ice.proposed_pacing()),
            candidates: self.ice.local_candidates().map(|own| self.ice.signaled(own)).collect(),
            has_end_of_candidates: self.ice.is_gathering_complete(),
            fingerprints: vec![Fingerprint {
                algorithm: HashAlgorithm::Sha256,
                digest: digest.to_vec(),
            }],
        }
    }

    fn apply(&mut self, agreement: &Agreement) -> Result<(), CommandError> {
        self.renegotiation.told_for_restart = Vec::new();
        match &agreement.transport {
            Some(transport) => {
                self.apply_ice(transport)?;
                self.apply_dtls(transport);
            }
            None => {
                self.end_transport();
                self.tell(Event::NothingAgreed);
            }
        }
        self.apply_media(agreement);
        self.use_early_candidates();
        self.start_handshake();
        Ok(())
    }

    fn apply_ice(&mut self, transport: &AgreedTransport) -> Result<(), CommandError> {
        let theirs = &transport.remote_credentials;
        let credentials = ice::Credentials::new(&theirs.ufrag, &theirs.pwd)
            .map_err(|error| CommandError::Description(error.to_string()))?;
        let parameters = ice::RemoteParameters {
            credentials,
            is_lite: transport.is_remote_lite,
            pacing: transport.remote_pacing,
        };
        self.ice.set_remote_parameters(self.now, &parameters);
        for candidate in &transport.remote_candidates {
            let init = CandidateInit {
                candidate: candidate.to_string(),
                sdp_mline_index: u16::try_from(transport.candidate_section).ok(),
                ..CandidateInit::default()
            };
            self.signal_candidate(candidate, &init);
        }
        let unreadable = transport.unreadable_candidates;
        self.ice.count_rejected(ice::CandidateRejection::Unreadable, unreadable);
        if transport.has_end_of_candidates {
            self.ice.end_of_remote_candidates(self.now);
        }
        Ok(())
    }

    /// Nothing uses the transport any more: RFC 8829 section 5.11. What is agreed on later begins at the
    /// beginning, with other credentials and other keys.
    fn end_transport(&mut self) {
        if self.dtls.take().is_none() {
            return;
        }
        self.renegotiation.associations += 1;
        self.agreed = None;
        self.srtp = None;
        self.held.clear();
        self.is_path_up = false;
        self.renegotiation.wants_ice_restart = false;
        self.ice.begin_anew(self.now);
    }

    /// The first agreement makes the endpoint. Later ones keep it: a new association inside a
    /// running session is not supported.
    fn apply_dtls(&mut self, transport: &AgreedTransport) {
        if self.dtls.is_some() {
            return;
        }
        let role = match transport.dtls_role {
            DtlsRole::Client => dtls::Role::Client,
            DtlsRole::Server => dtls::Role::Server,
        };
        let mut config = dtls::Config::new(role, self.config.provider, self.certificate.clone());
        config.srtp_profiles = self.config.srtp_profiles.iter().map(|p| p.code()).collect();
        config.cookie_exchange = self.config.cookie_exchange;
        config.mtu = self.config.largest_datagram;
        config.witness = self.config.witness.clone();
        let mut endpoint = dtls::Endpoint::new(config, self.association_seed());
        let fingerprints = transport.remote_fingerprints.iter();
        let fingerprints = fingerprints.map(|f| dtls::Fingerprint::new(f.algorithm, &f.digest));
        endpoint.set_remote_fingerprints(self.now, &fingerprints.collect::<Vec<_>>());
        self.dtls = Some(Box::new(endpoint));
        self.start_handshake();
        for (local, remote, payload) in self.early_dtls.take() {
            self.receive_dtls(local, remote, &payload);
        }
    }
}

impl Peer {
    /// Nothing secret is drawn twice: each association after the first has a seed of its own.
    fn association_seed(&self) -> SessionSeed {
        if self.renegotiation.associations == 0 {
            return self.seed.clone();
        }
        let name = format!("association {}", self.renegotiation.associations);
        let SessionSeed { public, secret } = &self.seed;
        SessionSeed { public: public.derive(&name), secret: secret.derive(&name) }
    }
}

fn parse(sdp: &str) -> Result<SessionDescription, CommandError> {
    sdp.parse().map_err(|error: ParseError| CommandError::Description(error.to_string()))
}
