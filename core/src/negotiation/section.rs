//! A media section, as we write it.

use super::{AgreedCodec, AgreedExtension, AgreedMedia, RemoteSource, SectionCodec};
use crate::sdp::{Direction, MediaDescription};

/// A media section, as our side of the description has it.
#[derive(Clone, Debug)]
pub(super) struct Section {
    pub(super) mid: Option<String>,
    pub(super) kind: String,
    pub(super) protocol: String,
    /// The formats of a rejected or idle section.
    pub(super) formats: String,
    /// What the rejection of an offered section repeats of it, as attribute values.
    pub(super) repeated: Vec<String>,
    /// The number of the local media it carries; `None` if it is rejected or idle.
    pub(super) media: Option<usize>,
    /// Whether it is accepted for its transport alone; then it carries nothing.
    pub(super) is_idle: bool,
    pub(super) direction: Direction,
    pub(super) codecs: Vec<SectionCodec>,
    pub(super) extensions: Vec<AgreedExtension>,
    pub(super) has_rtcp_reduced_size: bool,
}

impl Section {
    /// The protocol of the sections we offer, RFC 8829 section 5.1.2.
    pub(super) const PROTOCOL: &'static str = "UDP/TLS/RTP/SAVPF";

    /// The attributes that a rejection repeats at most.
    const MOST_REPEATED: usize = 64;

    /// A section of media of ours, still without codecs.
    pub(super) fn new(kind: &str, media: usize, direction: Direction) -> Section {
        Section {
            mid: None,
            kind: kind.to_owned(),
            protocol: Section::PROTOCOL.to_owned(),
            formats: String::new(),
            repeated: Vec::new(),
            media: Some(media),
            is_idle: false,
            direction,
            codecs: Vec::new(),
            extensions: Vec::new(),
            has_rtcp_reduced_size: true,
        }
    }

    /// The rejection of an offered section. RFC 3264 section 6 wants at least one format.
    pub(super) fn rejecting(offered: &MediaDescription<'_>) -> Section {
        let formats = offered.formats().collect::<Vec<&str>>().join(" ");
        Section {
            mid: offered.mid().map(str::to_owned),
            kind: offered.kind().to_owned(),
            protocol: offered.protocol().to_owned(),
            formats: if formats.is_empty() { "0".to_owned() } else { formats },
            repeated: repeated(offered),
            media: None,
            is_idle: false,
            direction: Direction::Inactive,
            codecs: Vec::new(),
            extensions: Vec::new(),
            has_rtcp_reduced_size: false,
        }
    }

    /// An offered section, accepted for its transport alone. RFC 3264 section 6.1: the formats of
    /// an inactive stream are those of the offer.
    pub(super) fn idling(offered: &MediaDescription<'_>) -> Section {
        let has_rtcp_reduced_size = offered.attributes().has_rtcp_reduced_size();
        Section { is_idle: true, has_rtcp_reduced_size, ..Section::rejecting(offered) }
    }

    /// Whether it shares the transport: it carries media of ours, or is idle.
    pub(super) fn is_accepted(&self) -> bool {
        self.media.is_some() || self.is_idle
    }

    /// The formats of its `m=` line: those of its codecs, then those for sending packets again; or
    /// what it repeats of the offer.
    pub(super) fn written_formats(&self) -> Vec<String> {
        if self.codecs.is_empty() {
            return self.formats.split(' ').map(str::to_owned).collect();
        }
        let retransmissions = self.codecs.iter().filter_map(|codec| codec.retransmission);
        let numbers = self.codecs.iter().map(|codec| codec.payload_type).chain(retransmissions);
        numbers.map(|number| number.to_string()).collect()
    }

    /// Rejects it, or notes that it was.
    pub(super) fn reject(&mut self) {
        let payload_types = self.codecs.iter().map(|codec| codec.payload_type.to_string());
        if self.formats.is_empty() {
            self.formats = payload_types.collect::<Vec<String>>().join(" ");
        }
        self.media = None;
        self.is_idle = false;
        self.direction = Direction::Inactive;
        self.codecs.clear();
        self.extensions.clear();
        self.has_rtcp_reduced_size = false;
    }

    /// What it comes to, with what else is known from the other side.
    pub(super) fn agreed(
        &self,
        index: usize,
        codecs: Vec<AgreedCodec>,
        remote_sources: Vec<RemoteSource>,
    ) -> AgreedMedia {
        AgreedMedia {
            index,
            mid: self.mid.clone(),
            kind: self.kind.clone(),
            media: self.media,
            is_idle: self.is_idle,
            direction: self.direction,
            codecs,
            unanswered: Vec::new(),
            extensions: self.extensions.clone(),
            has_rtcp_reduced_size: self.has_rtcp_reduced_size,
            remote_sources,
        }
    }
}

/// The attributes that name the formats of a section.
const FORMAT_ATTRIBUTES: [&str; 4] = ["rtpmap", "sctp-port", "sctpmap", "max-message-size"];

/// The attributes of an offered section that name its formats, as its rejection repeats them.
fn repeated(offered: &MediaDescription<'_>) -> Vec<String> {
    let attributes = offered.attributes();
    let of_name =
        |name: &'static str| attributes.values(name).map(move |value| format!("{name}:{value}"));
    FORMAT_ATTRIBUTES.into_iter().flat_map(of_name).take(Section::MOST_REPEATED).collect()
}
