//! Which section is accepted for its transport alone.
//!
//! The first section of a BUNDLE group that has a port brings the group's transport (RFC 9143 section
//! 7.3.2). The others may have one of their own, or none: they are bundle-only, or have the same
//! credentials and no port of their own. Where such a section carries media of ours and the first cannot, the first is
//! not rejected but accepted as inactive, which RFC 3264 section 6.1 allows for any stream: nobody may
//! reject it and keep a bundle-only one (RFC 9143 section 7.3.3), and whether the others would have a
//! transport does not show while their ports are 9, before candidates are known.
//!
//! Others go by that. Chromium 156 with `max-bundle` writes no bundle-only, and refuses an answer without
//! the first section ("Failed to setup RTCP mux"). GStreamer 1.22's webrtcbin with `max-bundle` or
//! `max-compat` then looks for a transport that it never told of, and gives the rejected section's
//! transceiver to the other section ("unassociated transceiver"). Without a group it does so, too:
//! only another order of its sections helps.

use super::Negotiator;
use super::planning::PROTOCOLS;
use crate::sdp::{MediaDescription, SessionDescription};

impl Negotiator {
    /// The section of an offer's `group` to accept for its transport alone, given what each section
    /// carries: the first with a port, if those that carry media have no other transport; and the same
    /// one in later offers, for its transport stays in use.
    pub(super) fn idle_section(
        &self,
        offer: &SessionDescription,
        group: &[usize],
        media: &[Option<usize>],
    ) -> Option<usize> {
        let carries = |section: usize| media.get(section).is_some_and(Option::is_some);
        let mut sections = group.iter().filter_map(|&section| offer.media_at(section));
        let first = sections.clone().find(|section| section.port() != 0)?;
        let was_idle = self.sections.get(first.index()).is_some_and(|section| section.is_idle);
        let mut carrying = sections.by_ref().filter(|section| carries(section.index())).peekable();
        carrying.peek()?;
        let is_needed = was_idle || carrying.all(|section| has_transport_of(&first, &section));
        (!carries(first.index()) && is_needed && can_idle(&first)).then_some(first.index())
    }
}

/// The port of a section whose candidates are not known, RFC 8838 section 4.1.
const DISCARD: u16 = 9;

/// Whether a section has no other transport than that of `first`, for all that the offer says.
fn has_transport_of(first: &MediaDescription<'_>, section: &MediaDescription<'_>) -> bool {
    let has_own_port = section.port() != first.port() && section.port() != DISCARD;
    section.port() == 0 || (!has_own_port && section.ice_ufrag() == first.ice_ufrag())
}

/// Whether a section can be accepted without media: it is of RTP, and describes a transport on which
/// RTP and RTCP are multiplexed.
fn can_idle(offered: &MediaDescription<'_>) -> bool {
    PROTOCOLS.contains(&offered.protocol())
        && offered.ice_ufrag().is_some()
        && offered.attributes().has_rtcp_mux()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::Seed;
    use crate::negotiation::{
        Agreement, DtlsRole, IceCredentials, LocalTransport, MediaConfig, NegotiatorConfig,
    };
    use crate::sdp::Direction;

    const AUDIO: &str = "a=mid:a\na=rtcp-mux\na=rtpmap:97 OPUS/48000/2\n";
    const VIDEO: &str =
        "a=mid:v\na=rtcp-mux\na=rtpmap:96 H264/90000\na=fmtp:96 packetization-mode=1\n";

    fn negotiator() -> Negotiator {
        let media = MediaConfig {
            direction: Direction::SendReceive,
            ssrc: 1,
            retransmission_ssrc: 2,
            stream: "room".to_owned(),
            track: "video".to_owned(),
            formats: MediaConfig::default_formats(),
        };
        let (cname, dtls_role) = ("cname".to_owned(), DtlsRole::Client);
        Negotiator::new(
            NegotiatorConfig { cname, dtls_role, media: vec![media] },
            &Seed::from_u64(1),
        )
    }

    fn transport() -> LocalTransport {
        let fingerprint = format!("sha-256 {}", ["AB"; 32].join(":"));
        LocalTransport {
            credentials: IceCredentials { ufrag: "ours".to_owned(), pwd: "p".repeat(22) },
            is_lite: false,
            pacing: None,
            candidates: Vec::new(),
            has_end_of_candidates: false,
            fingerprints: vec![fingerprint.parse().expect("a fingerprint")],
        }
    }

    fn security(ufrag: &str) -> String {
        let (pwd, digest) = ("q".repeat(22), ["CD"; 32].join(":"));
        format!(
            "a=ice-ufrag:{ufrag}\na=ice-pwd:{pwd}\na=fingerprint:sha-256 {digest}\na=setup:actpass\n"
        )
    }

    /// Their offer, in the manner of GStreamer: each section with all attributes of the transport.
    fn offer(audio_port: u16, video: &str) -> String {
        let security = security("them");
        format!(
            "v=0\no=- 1 1 IN IP4 0.0.0.0\ns=-\nt=0 0\na=group:BUNDLE a v\n\
             m=audio {audio_port} UDP/TLS/RTP/SAVPF 97\nc=IN IP4 0.0.0.0\n{security}{AUDIO}\
             m=video {video} UDP/TLS/RTP/SAVPF 96\nc=IN IP4 0.0.0.0\n{security}{VIDEO}"
        )
    }

    fn answered(negotiator: &mut Negotiator, offer: &str) -> (SessionDescription, Agreement) {
        let offer = offer.replace('\n', "\r\n").parse().expect("a description");
        negotiator.apply_offer(&offer).expect("an acceptable offer");
        negotiator.create_answer(&transport()).expect("an answer")
    }

    const BUNDLE_ONLY: &str = "0";

    fn bundle_only() -> String {
        offer(9, BUNDLE_ONLY).replace("a=mid:v", "a=bundle-only\na=mid:v")
    }

    #[test]
    fn the_only_transport_of_a_group_is_kept_with_its_section() {
        let mut negotiator = negotiator();
        let (answer, agreement) = answered(&mut negotiator, &bundle_only());
        let text = answer.to_string();
        assert!(text.contains("a=group:BUNDLE a v\r\n"), "{text}");
        let [audio, video] = [0, 1].map(|index| answer.media_at(index).expect("a section"));
        assert_eq!((audio.port(), audio.direction()), (9, Direction::Inactive));
        assert_eq!(audio.formats().collect::<Vec<_>>(), ["97"]);
        for section in [audio, video] {
            assert_eq!((section.ice_ufrag(), section.fingerprints().len()), (Some("ours"), 1));
        }
        assert_eq!(agreement.transport.map(|it| (it.section, it.candidate_section)), Some((0, 0)));
        assert!(agreement.media[0].is_idle && agreement.media[0].media.is_none());
        assert_eq!(agreement.media[1].direction, Direction::SendReceive);
        assert_eq!(negotiator.transport_section(), Some((0, Some("a"))));
        assert!(negotiator.takes_candidate_of(None, Some(0)));
    }

    #[test]
    fn where_the_others_have_a_transport_the_section_is_rejected() {
        let (answer, agreement) = answered(&mut negotiator(), &offer(5_000, "5002"));
        assert!(answer.media_at(0).is_some_and(|audio| audio.is_rejected()));
        assert!(!agreement.media[0].is_idle);
        assert_eq!(agreement.transport.map(|it| it.section), Some(1));
        // And so it is if nothing is left that would need it.
        let only_audio = bundle_only().replace("H264", "VP8");
        assert_eq!(answered(&mut negotiator(), &only_audio).1.transport, None);
        // A data section cannot be inactive.
        let data =
            bundle_only().replace("audio 9 UDP/TLS/RTP/SAVPF", "application 9 UDP/DTLS/SCTP");
        let (answer, agreement) = answered(&mut negotiator(), &data);
        assert!(answer.media_at(0).is_some_and(|data| data.is_rejected()));
        assert!(agreement.transport.is_some());
    }

    #[test]
    fn a_section_may_share_the_first_one_s_transport_without_saying_so() {
        for (first, port) in [(9, "9"), (5_000, "5000"), (5_000, "9")] {
            let (answer, agreement) = answered(&mut negotiator(), &offer(first, port));
            assert!(answer.media().all(|section| section.port() == 9), "{answer}");
            assert!(agreement.media[0].is_idle);
        }
        let own = offer(9, "9").replacen("them", "then", 1);
        assert!(!answered(&mut negotiator(), &own).1.media[0].is_idle);
    }

    #[test]
    fn it_stays_in_later_offers_of_either_side() {
        let mut negotiator = negotiator();
        answered(&mut negotiator, &bundle_only());
        let (_, agreement) = answered(&mut negotiator, &offer(5_000, "5002"));
        assert!(agreement.media[0].is_idle);
        let ours = negotiator.create_offer(&transport()).expect("an offer");
        let audio = ours.media_at(0).expect("a section");
        assert_eq!((audio.port(), audio.direction()), (9, Direction::Inactive));
        assert!(ours.to_string().contains("a=group:BUNDLE a v\r\n"));
        let answer = offer(9, "9").replace("actpass", "passive");
        let answer = answer.replace('\n', "\r\n").parse().expect("a description");
        let agreement = negotiator.apply_answer(&answer).expect("an acceptable answer");
        assert!(agreement.media[0].is_idle);
        assert_eq!(agreement.transport.map(|it| it.section), Some(0));
    }
}
