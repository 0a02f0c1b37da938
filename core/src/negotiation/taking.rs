//! Taking an answer.
//!
//! In order: does it have the sections of the offer ([`check_sections`]); which of them does it
//! bundle ([`answered_group`]); what does each come to ([`take_section`]); which is tagged, and
//! what does it say of the transport.

use super::reading::{carrier, is_multiplexed, remote_formats, remote_sources, remote_transport};
use super::{
    AgreedCodec, AgreedMedia, AgreedTransport, Agreement, ApplyAnswerError, DtlsRole, Negotiator,
    Pending, RemoteFormat, Section, TransportError,
};
use crate::codec::h264::{H264Parameters, PacketizationMode, ProfileLevelId, negotiate};
use crate::sdp::{MediaDescription, SessionDescription, Setup};

impl Negotiator {
    /// Takes the answer to our offer, and says what the two come to.
    ///
    /// # Errors
    /// [`ApplyAnswerError`] for the wrong state, for an answer that does not fit its offer, and for
    /// ICE or DTLS attributes that are missing or cannot be agreed to. The offer stays outstanding.
    pub fn apply_answer(
        &mut self,
        answer: &SessionDescription,
    ) -> Result<Agreement, ApplyAnswerError> {
        let Pending::LocalOffer(offered) = &self.pending else {
            return Err(ApplyAnswerError::WrongState(self.state()));
        };
        check_sections(offered, answer)?;
        let group = answered_group(offered, answer)?;
        let mut sections = offered.clone();
        let mut media = Vec::with_capacity(sections.len());
        for (section, answered) in sections.iter_mut().zip(answer.media()) {
            let is_bundled = group.contains(&answered.index());
            media.push(take_section(section, &answered, is_bundled)?);
        }
        let transport = self.answered_transport(answer, &group, &media)?;
        let agreement = Agreement { transport, media };
        self.settle(sections, !group.is_empty(), &agreement);
        Ok(agreement)
    }

    fn answered_transport(
        &self,
        answer: &SessionDescription,
        group: &[usize],
        media: &[AgreedMedia],
    ) -> Result<Option<AgreedTransport>, ApplyAnswerError> {
        if media.iter().all(|media| media.media.is_none()) {
            return Ok(None);
        }
        let accepted: Vec<usize> =
            media.iter().filter(|media| !media.is_rejected()).map(|media| media.index).collect();
        let tag = group.iter().find(|section| accepted.contains(section)).or(accepted.first());
        let Some(tagged) = tag.and_then(|&tag| answer.media_at(tag)) else {
            return Ok(None);
        };
        let carrier = carrier(answer, tagged, group);
        for media in accepted.iter().filter_map(|&section| answer.media_at(section)) {
            let section = media.index();
            if section != tagged.index() && !group.contains(&section) {
                return Err(ApplyAnswerError::NotBundled { section });
            }
            if !is_multiplexed(&media, &carrier) {
                return Err(ApplyAnswerError::RtcpMux { section });
            }
        }
        Ok(Some(self.agree_answered_transport(answer, tagged.index(), &carrier)?))
    }

    fn agree_answered_transport(
        &self,
        answer: &SessionDescription,
        tagged: usize,
        carrier: &MediaDescription<'_>,
    ) -> Result<AgreedTransport, TransportError> {
        let remote = remote_transport(answer, tagged, carrier)?;
        // RFC 8842 section 5.3: an answer has chosen. Of one that repeats the offer's `actpass` in a
        // session that stands it is known what was chosen.
        let mut role = match (remote.setup, &self.settled) {
            (Setup::Active, _) => DtlsRole::Server,
            (Setup::Passive, _) => DtlsRole::Client,
            (Setup::ActivePassive, Some(settled)) => settled.dtls_role,
            (Setup::ActivePassive, None) | (Setup::HoldConnection, _) => {
                return Err(TransportError::Setup { section: carrier.index() });
            }
        };
        let mut is_ice_restart = false;
        if let Some(settled) = &self.settled {
            role = settled.kept_role(&remote)?;
            is_ice_restart = settled.is_ice_restart(&remote);
        }
        Ok(remote.agree(role, is_ice_restart))
    }
}

/// Refuses an answer with other sections than its offer, or in another order.
fn check_sections(
    offered: &[Section],
    answer: &SessionDescription,
) -> Result<(), ApplyAnswerError> {
    let answered = answer.media().len();
    if answered != offered.len() {
        return Err(ApplyAnswerError::SectionCount { offered: offered.len(), answered });
    }
    let mismatch = offered.iter().zip(answer.media()).find(|(offered, answered)| {
        let has_other_mid = answered.mid().is_some() && answered.mid() != offered.mid.as_deref();
        offered.kind != answered.kind() || has_other_mid
    });
    match mismatch {
        Some((_, answered)) => Err(ApplyAnswerError::SectionMismatch { section: answered.index() }),
        None => Ok(()),
    }
}

/// The sections that the answer bundles, in the order of its tags; none if it has no group. Our
/// offers have one group, with all the sections that are in use.
fn answered_group(
    offered: &[Section],
    answer: &SessionDescription,
) -> Result<Vec<usize>, ApplyAnswerError> {
    let mut group = Vec::new();
    for mid in answer.attributes().groups().filter(|group| group.is_bundle()).flat_map(|g| g.mids())
    {
        let is_of = |section: &Section| section.mid.as_deref() == Some(mid);
        let section = offered.iter().position(is_of).ok_or(ApplyAnswerError::Bundle)?;
        if !offered[section].is_accepted() {
            return Err(ApplyAnswerError::Bundle);
        }
        if !group.contains(&section) {
            group.push(section);
        }
    }
    Ok(group)
}

/// Narrows an offered section down to what the answer says of it.
fn take_section(
    section: &mut Section,
    answered: &MediaDescription<'_>,
    is_bundled: bool,
) -> Result<AgreedMedia, ApplyAnswerError> {
    let index = answered.index();
    let is_accepted = answered.port() != 0 || (answered.is_bundle_only() && is_bundled);
    if !section.is_accepted() || !is_accepted {
        section.reject();
        return Ok(section.agreed(index, Vec::new(), Vec::new()));
    }
    if section.is_idle {
        return Ok(section.agreed(index, Vec::new(), Vec::new()));
    }
    let codecs = answered_codecs(section, answered);
    if codecs.is_empty() {
        return Err(ApplyAnswerError::NoFormat { section: index });
    }
    let unanswered = unanswered(section, &codecs);
    section.narrow(answered, &codecs);
    let agreed = section.agreed(index, codecs, remote_sources(answered));
    Ok(AgreedMedia { unanswered, ..agreed })
}

/// What was offered and is not answered.
fn unanswered(section: &Section, codecs: &[AgreedCodec]) -> Vec<(u8, PacketizationMode)> {
    let is_answered = |ours: u8| codecs.iter().any(|codec| codec.receive_payload_type == ours);
    let left_out = section.codecs.iter().filter(|ours| !is_answered(ours.payload_type));
    left_out.map(|ours| (ours.payload_type, ours.parameters.packetization_mode)).collect()
}

fn answered_codecs(section: &Section, answered: &MediaDescription<'_>) -> Vec<AgreedCodec> {
    let agree = |answered: RemoteFormat| {
        let RemoteFormat { payload_type, parameters: remote, feedback, retransmission } = answered;
        let remote = with_offered_profile(section, payload_type, remote);
        // The answer should repeat the offer's payload types, RFC 3264 section 6.1; not all do.
        let same = section.codecs.iter().filter(|ours| ours.payload_type == payload_type);
        let mut ours = same.chain(&section.codecs);
        let (ours, format) =
            ours.find_map(|ours| Some((ours, negotiate(&ours.parameters, &remote).ok()?)))?;
        let retransmissions = retransmission.zip(ours.retransmission);
        Some(AgreedCodec {
            send_payload_type: payload_type,
            receive_payload_type: ours.payload_type,
            send_retransmission: retransmissions.map(|(theirs, _)| theirs),
            receive_retransmission: retransmissions.map(|(_, ours)| ours),
            format,
            remote_parameters: remote,
            feedback: ours.feedback.and(feedback),
        })
    };
    remote_formats(answered).into_iter().filter_map(agree).collect()
}

/// What an answer says of a format, with the profile of the payload type of ours that it repeats, if
/// it leaves it out. RFC 6184 section 8.2.2 has answers repeat the profile, and section 8.1 infers
/// Baseline where there is none; but GStreamer 1.22's webrtcbin leaves it out if its encoder is not bound
/// to a profile (openh264enc), means ours, and sends with the number that it repeats.
fn with_offered_profile(
    section: &Section,
    payload_type: u8,
    answered: H264Parameters,
) -> H264Parameters {
    let mut ours = section.codecs.iter().filter(|ours| ours.payload_type == payload_type);
    let inferred = ProfileLevelId::default();
    let offered = ours.next().map_or(inferred, |ours| ours.parameters.profile_level_id);
    if answered.profile_level_id != inferred || offered.profile() == inferred.profile() {
        return answered;
    }
    H264Parameters { profile_level_id: offered, ..answered }
}

impl Section {
    /// Leaves of an offered section what the answer accepts.
    fn narrow(&mut self, answered: &MediaDescription<'_>, codecs: &[AgreedCodec]) {
        let is_agreed = |ours: u8| codecs.iter().any(|agreed| agreed.receive_payload_type == ours);
        self.codecs.retain(|ours| is_agreed(ours.payload_type));
        for ours in &mut self.codecs {
            let mut agreed =
                codecs.iter().filter(|own| own.receive_payload_type == ours.payload_type);
            let is_taken = agreed.any(|agreed| agreed.receive_retransmission.is_some());
            ours.retransmission = ours.retransmission.filter(|_| is_taken);
        }
        self.extensions.retain(|ours| {
            let mut theirs = answered.extension_maps();
            theirs.any(|map| map.uri == ours.uri && map.id == u16::from(ours.id))
        });
        self.direction = self.direction.and(answered.direction().reversed());
        self.has_rtcp_reduced_size = answered.attributes().has_rtcp_reduced_size();
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::codec::h264::{PacketizationMode, Profile};
    use crate::negotiation::{CodecFeedback, MediaConfig, SectionCodec};
    use crate::sdp::Direction;

    /// What our offer of every format, numbered from 96, and an answer with one format come to: the
    /// payload types to send and to receive with, and the format.
    fn agreed(answered: u8, parameters: &str) -> Vec<(u8, u8, Profile, PacketizationMode)> {
        let mut section = Section::new("video", 0, Direction::SendReceive);
        let codec = |(parameters, payload_type)| SectionCodec {
            payload_type,
            retransmission: None,
            parameters,
            feedback: CodecFeedback::SUPPORTED,
        };
        section.codecs = MediaConfig::default_formats().into_iter().zip(96..).map(codec).collect();
        let answer: SessionDescription = format!(
            "v=0\r\no=- 1 1 IN IP4 0.0.0.0\r\ns=-\r\nt=0 0\r\n\
             m=video 9 UDP/TLS/RTP/SAVPF {answered}\r\nc=IN IP4 0.0.0.0\r\n\
             a=rtpmap:{answered} H264/90000\r\na=fmtp:{answered} {parameters}\r\n"
        )
        .parse()
        .expect("a description");
        let codecs = answered_codecs(&section, &answer.media_at(0).expect("a section"));
        let numbers = |it: AgreedCodec| {
            let profile = it.format.answer.profile_level_id.profile();
            let mode = it.format.packetization_mode;
            (it.send_payload_type, it.receive_payload_type, profile, mode)
        };
        codecs.into_iter().map(numbers).collect()
    }

    #[test]
    fn an_answer_without_a_profile_means_that_of_the_number_it_repeats() {
        use PacketizationMode::NonInterleaved;
        for (number, profile) in
            [(96, Profile::ConstrainedBaseline), (98, Profile::Baseline), (100, Profile::Main)]
        {
            let fmtp = "packetization-mode=1;level-asymmetry-allowed=1";
            assert_eq!(agreed(number, fmtp), [(number, number, profile, NonInterleaved)]);
        }
        // A number of its own says nothing: Baseline.
        let own = agreed(112, "packetization-mode=1");
        assert_eq!(own, [(112, 98, Profile::Baseline, NonInterleaved)]);
    }

    #[test]
    fn a_profile_that_is_named_counts_whatever_the_number() {
        let main = agreed(96, "packetization-mode=1;profile-level-id=4d001f");
        assert_eq!(main, [(96, 100, Profile::Main, PacketizationMode::NonInterleaved)]);
    }
}
