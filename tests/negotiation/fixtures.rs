//! Negotiators, and descriptions in the manner of other stacks.

use roomrtc_core::base::Seed;
use roomrtc_core::crypto::HashAlgorithm;
use roomrtc_core::negotiation::{
    Agreement, DtlsRole, IceCredentials, LocalTransport, MediaConfig, Negotiator, NegotiatorConfig,
};
use roomrtc_core::sdp::{Direction, Fingerprint, SessionDescription};

/// In the manner of Chromium: audio, video and data, each with a transport of its own.
pub(super) const THREE_SECTIONS: &str = include_str!("descriptions/three_sections.sdp");
/// A browser with the bundle policy `max-bundle`.
pub(super) const BUNDLE_ONLY: &str = include_str!("descriptions/bundle_only.sdp");
/// In the manner of Firefox: much at the session level, TCP and component-2 candidates.
pub(super) const SESSION_LEVEL: &str = include_str!("descriptions/session_level.sdp");
/// Everything odd at once.
pub(super) const ODDITIES: &str = include_str!("descriptions/oddities.sdp");
/// A lite gateway without identification tags.
pub(super) const WITHOUT_BUNDLE: &str = include_str!("descriptions/without_bundle.sdp");
/// A data channel alone.
pub(super) const DATA_ONLY: &str = include_str!("descriptions/data_only.sdp");
/// An answer with three fingerprints.
pub(super) const SEVERAL_FINGERPRINTS: &str = include_str!("descriptions/several_fingerprints.sdp");

/// A description of one of the texts above, with CRLF line ends.
pub(super) fn description(text: &str) -> SessionDescription {
    text.replace('\n', "\r\n").parse().expect("a description")
}

/// Media of ours.
pub(super) fn media(ssrc: u32) -> MediaConfig {
    MediaConfig {
        direction: Direction::SendReceive,
        ssrc,
        retransmission_ssrc: ssrc + 1_000,
        stream: "room".to_owned(),
        track: format!("video-{ssrc}"),
        formats: MediaConfig::default_formats(),
    }
}

/// A negotiator with `count` media sections to offer.
pub(super) fn negotiator_of(count: u32, seed: u64) -> Negotiator {
    let config = NegotiatorConfig {
        cname: "cname".to_owned(),
        dtls_role: DtlsRole::Client,
        media: (1..=count).map(media).collect(),
    };
    Negotiator::new(config, &Seed::from_u64(seed))
}

/// A negotiator with one video section.
pub(super) fn negotiator() -> Negotiator {
    negotiator_of(1, 7)
}

/// A transport of the `generation`th ICE restart, with two candidates.
pub(super) fn transport(name: &str, generation: u32) -> LocalTransport {
    let candidates = [
        "candidate:1 1 udp 2130706431 192.0.2.1 5000 typ host",
        "candidate:2 1 udp 1694498815 198.51.100.1 6000 typ srflx raddr 0.0.0.0 rport 0",
    ];
    LocalTransport {
        pacing: Some(std::time::Duration::from_millis(5)),
        credentials: IceCredentials {
            ufrag: format!("{name}{generation}"),
            pwd: format!("{name}{generation:022}"),
        },
        is_lite: false,
        candidates: candidates.iter().map(|text| text.parse().expect("a candidate")).collect(),
        has_end_of_candidates: false,
        fingerprints: vec![Fingerprint {
            algorithm: HashAlgorithm::Sha256,
            digest: name.bytes().cycle().take(32).collect(),
        }],
    }
}

/// A transport that knows no candidates yet.
pub(super) fn trickling(name: &str) -> LocalTransport {
    LocalTransport { candidates: Vec::new(), ..transport(name, 0) }
}

/// The text of a description for a snapshot.
pub(super) fn shown(description: &SessionDescription) -> String {
    description.as_str().replace("\r\n", "\n")
}

/// One round of offer and answer between two of ours.
pub(super) fn agree(
    (offerer, offering): (&mut Negotiator, &LocalTransport),
    (answerer, answering): (&mut Negotiator, &LocalTransport),
) -> (Agreement, Agreement) {
    let offer = offerer.create_offer(offering).expect("an offer");
    answerer.apply_offer(&reread(&offer)).expect("an acceptable offer");
    let (answer, theirs) = answerer.create_answer(answering).expect("an answer");
    let ours = offerer.apply_answer(&reread(&answer)).expect("an acceptable answer");
    (ours, theirs)
}

/// A description as the other side reads it.
pub(super) fn reread(description: &SessionDescription) -> SessionDescription {
    description.to_string().parse().expect("a description that can be read")
}
