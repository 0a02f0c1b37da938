//! Taking an offer.
//!
//! In order: are the sections still those that they were ([`check_sections`]); which of them can
//! carry media of ours ([`Negotiator::assign`]); which of these can share one transport
//! ([`shared`]); is one more accepted for its transport alone ([`Negotiator::idle_section`]); which is
//! tagged, and what does it say of the transport. The rest is rejected.

use super::bundle::{bundle_groups, group_of, sections_by_mid, shared, tagged_first};
use super::reading::{
    carrier, is_multiplexed, offered_extensions, remote_formats, remote_sources, remote_transport,
};
use super::{
    AgreedCodec, AgreedMedia, AgreedTransport, ApplyOfferError, DtlsRole, Layout, MediaConfig,
    Negotiator, Pending, Plan, ReceivedOffer, RemoteFormat, RemoteTransport, Section, SectionCodec,
    SignalingState, TransportError,
};
use crate::codec::h264::{H264Parameters, negotiate};
use crate::sdp::{MediaDescription, SessionDescription, Setup};

/// The protocols that mean SRTP keyed by DTLS, RFC 8829 section 5.1.2: some stacks do not write
/// the whole of it. An answer repeats what it was offered.
pub(super) const PROTOCOLS: [&str; 8] = [
    "UDP/TLS/RTP/SAVPF",
    "UDP/TLS/RTP/SAVP",
    "TCP/DTLS/RTP/SAVPF",
    "TCP/DTLS/RTP/SAVP",
    "RTP/SAVPF",
    "RTP/SAVP",
    "RTP/AVPF",
    "RTP/AVP",
];

impl Negotiator {
    /// Takes an offer of the other side. [`Negotiator::create_answer`] answers it.
    ///
    /// A section is rejected that is not video, has no format of ours, has another transport, or
    /// for which there is no media of ours left; but for one whose transport the others need.
    ///
    /// # Errors
    /// [`ApplyOfferError`] for the wrong state, for sections that are not those that they were, and
    /// for ICE or DTLS attributes of the accepted sections that are missing or cannot be agreed to.
    pub fn apply_offer(
        &mut self,
        offer: &SessionDescription,
    ) -> Result<ReceivedOffer, ApplyOfferError> {
        if self.state() != SignalingState::Stable {
            return Err(ApplyOfferError::WrongState(self.state()));
        }
        check_sections(&self.sections, offer)?;
        let plan = self.plan(offer)?;
        let received = ReceivedOffer {
            is_ice_restart: plan.transport.as_ref().is_some_and(|to| to.is_ice_restart),
            is_remote_lite: plan.transport.as_ref().is_some_and(|to| to.is_remote_lite),
            has_accepted_media: plan.transport.is_some(),
        };
        self.pending = Pending::RemoteOffer(Box::new(plan));
        Ok(received)
    }

    fn plan(&self, offer: &SessionDescription) -> Result<Plan, ApplyOfferError> {
        let mids =
            sections_by_mid(offer).map_err(|section| ApplyOfferError::RepeatedMid { section })?;
        let groups = bundle_groups(offer, &mids);
        let mut media = self.assign(offer, &groups);
        let (group, has_group) = shared(&groups, &media);
        for (section, media) in media.iter_mut().enumerate() {
            *media = media.filter(|_| group.contains(&section));
        }
        let idle = self.idle_section(offer, &group, &media);
        let is_accepted = |section| idle == Some(section) || media[section].is_some();
        let bundle = tagged_first(offer, &group, is_accepted);
        let tagged = bundle.first().and_then(|&tag| offer.media_at(tag));
        let carrier = tagged.map(|tagged| carrier(offer, tagged, &group));
        let transport = match tagged.zip(carrier) {
            Some((tagged, from)) => Some(self.agree_transport(offer, tagged.index(), &from)?),
            None => None,
        };
        check_multiplexing(offer, &bundle, carrier.as_ref())?;
        let (sections, media) = self.answer_sections(offer, &media, idle);
        let layout = Layout {
            setup: transport.as_ref().map_or(Setup::Active, |to| to.dtls_role.setup()),
            has_group: has_group && !bundle.is_empty(),
            bundle,
            is_bundle_only: false,
            repeats_security: idle.is_some(),
            has_rtcp_mux_only: carrier.is_some_and(|it| it.attributes().has_rtcp_mux_only()),
        };
        Ok(Plan { sections, media, transport, layout })
    }

    /// For each section, which media of ours it can carry: what it carried before, or the first
    /// that is free and has a format in common with it.
    fn assign(&self, offer: &SessionDescription, groups: &[Vec<usize>]) -> Vec<Option<usize>> {
        let mut free = vec![true; self.config.media.len()];
        // Outside a group, bundle-only means nothing, and port 0 rejects: RFC 9143 section 6.
        let is_offered = |offered: &MediaDescription<'_>| {
            offered.port() != 0 || group_of(groups, offered.index()).is_some()
        };
        let before = |offered: &MediaDescription<'_>| self.sections.get(offered.index())?.media;
        let mut assigned = vec![None; offer.media().len()];
        for is_new in [false, true] {
            for offered in offer.media().filter(is_offered) {
                let place = &mut assigned[offered.index()];
                if place.is_some() {
                    continue;
                }
                let mut choices = (0..free.len()).filter(|&media| free[media]);
                *place = choices.find(|&media| {
                    (is_new || before(&offered) == Some(media)) && self.can_carry(media, &offered)
                });
                if let Some(media) = *place {
                    free[media] = false;
                }
            }
        }
        assigned
    }

    fn can_carry(&self, media: usize, offered: &MediaDescription<'_>) -> bool {
        let Some(media) = self.config.media.get(media) else {
            return false;
        };
        offered.kind() == MediaConfig::KIND
            && PROTOCOLS.contains(&offered.protocol())
            && !offered.is_rejected()
            && !agree_codecs(&media.formats, offered).is_empty()
    }

    fn agree_transport(
        &self,
        offer: &SessionDescription,
        tagged: usize,
        carrier: &MediaDescription<'_>,
    ) -> Result<AgreedTransport, TransportError> {
        let remote = remote_transport(offer, tagged, carrier)?;
        let role = self.answering_role(&remote)?;
        let mut is_ice_restart = false;
        if let Some(settled) = &self.settled {
            settled.check_association(&remote, role)?;
            is_ice_restart = settled.is_ice_restart(&remote);
        }
        Ok(remote.agree(role, is_ice_restart))
    }

    /// Our role in DTLS as the answerer, RFC 8842 section 5.3: an association keeps its roles.
    fn answering_role(&self, remote: &RemoteTransport) -> Result<DtlsRole, TransportError> {
        match (remote.setup, &self.settled) {
            (Setup::ActivePassive, Some(settled)) => Ok(settled.dtls_role),
            (Setup::ActivePassive, None) => Ok(self.config.dtls_role),
            (Setup::Active, _) => Ok(DtlsRole::Server),
            (Setup::Passive, _) => Ok(DtlsRole::Client),
            (Setup::HoldConnection, _) => {
                Err(TransportError::Setup { section: remote.candidate_section })
            }
        }
    }

    fn answer_sections(
        &self,
        offer: &SessionDescription,
        media: &[Option<usize>],
        idle: Option<usize>,
    ) -> (Vec<Section>, Vec<AgreedMedia>) {
        let sections = offer.media().zip(media).map(|(offered, &media)| {
            let ours = media.and_then(|media| Some((media, self.config.media.get(media)?)));
            match ours {
                Some((media, config)) => accept(&offered, media, config),
                None if idle == Some(offered.index()) => {
                    carry_nothing(Section::idling(&offered), &offered)
                }
                None => carry_nothing(Section::rejecting(&offered), &offered),
            }
        });
        sections.unzip()
    }
}

/// Refuses an offer in which a section is gone, or one in use has become another.
fn check_sections(before: &[Section], offer: &SessionDescription) -> Result<(), ApplyOfferError> {
    let now = offer.media().len();
    if now < before.len() {
        return Err(ApplyOfferError::SectionCount { before: before.len(), now });
    }
    let mut pairs = before.iter().zip(offer.media()).filter(|(before, _)| before.media.is_some());
    let mismatch =
        pairs.find(|(before, now)| before.kind != now.kind() || before.mid.as_deref() != now.mid());
    match mismatch {
        Some((_, now)) => Err(ApplyOfferError::SectionMismatch { section: now.index() }),
        None => Ok(()),
    }
}

fn check_multiplexing(
    offer: &SessionDescription,
    accepted: &[usize],
    carrier: Option<&MediaDescription<'_>>,
) -> Result<(), ApplyOfferError> {
    let mut sections = accepted.iter().filter_map(|&section| offer.media_at(section));
    let lacking =
        sections.find(|media| carrier.is_some_and(|carrier| !is_multiplexed(media, carrier)));
    match lacking {
        Some(media) => Err(ApplyOfferError::RtcpMux { section: media.index() }),
        None => Ok(()),
    }
}

/// The formats of a section that are ours too, in the offer's order and with its payload types, as
/// RFC 3264 section 6.1 wants.
fn agree_codecs(
    formats: &[H264Parameters],
    offered: &MediaDescription<'_>,
) -> Vec<(SectionCodec, AgreedCodec)> {
    let agree = |remote: RemoteFormat| {
        let RemoteFormat { payload_type, parameters, feedback, retransmission } = remote;
        let remote_parameters = parameters;
        let mut agreements =
            formats.iter().filter_map(|ours| negotiate(ours, &remote_parameters).ok());
        let format = agreements.next()?;
        let parameters = format.answer.clone();
        drop(agreements);
        let agreed = AgreedCodec {
            send_payload_type: payload_type,
            receive_payload_type: payload_type,
            send_retransmission: retransmission,
            receive_retransmission: retransmission,
            format,
            remote_parameters,
            feedback,
        };
        Some((SectionCodec { payload_type, retransmission, parameters, feedback }, agreed))
    };
    remote_formats(offered).into_iter().filter_map(agree).collect()
}

fn accept(
    offered: &MediaDescription<'_>,
    media: usize,
    config: &MediaConfig,
) -> (Section, AgreedMedia) {
    let (ours, codecs) = agree_codecs(&config.formats, offered).into_iter().unzip();
    let direction = config.direction.and(offered.direction().reversed());
    let section = Section {
        mid: offered.mid().map(str::to_owned),
        protocol: offered.protocol().to_owned(),
        codecs: ours,
        extensions: offered_extensions(offered),
        has_rtcp_reduced_size: offered.attributes().has_rtcp_reduced_size(),
        ..Section::new(offered.kind(), media, direction)
    };
    let agreed = section.agreed(offered.index(), codecs, remote_sources(offered));
    (section, agreed)
}

fn carry_nothing(section: Section, offered: &MediaDescription<'_>) -> (Section, AgreedMedia) {
    let agreed = section.agreed(offered.index(), Vec::new(), Vec::new());
    (section, agreed)
}
