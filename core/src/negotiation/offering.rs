//! Making an offer.

use super::{
    AgreedExtension, CodecFeedback, CreateOfferError, Layout, LocalTransport, Negotiator, Pending,
    Section, SectionCodec, SignalingState,
};
use crate::codec::h264::H264Parameters;
use crate::sdp::{SessionDescription, Setup};

/// The payload types to choose from, in the order to take them: the dynamic ones of RFC 3551
/// section 6, then those that section leaves unassigned.
const PAYLOAD_TYPES: [std::ops::RangeInclusive<u8>; 2] = [96..=127, 35..=63];

impl Negotiator {
    /// Makes an offer of all media of ours. Sections keep their places, identification tags,
    /// payload types and extension identifiers from one offer to the next; new media takes the
    /// place of a rejected section, or a new one at the end (RFC 8829 section 5.2.2).
    ///
    /// # Errors
    /// [`CreateOfferError`] while another offer is outstanding, if there is no media, or too much.
    pub fn create_offer(
        &mut self,
        transport: &LocalTransport,
    ) -> Result<SessionDescription, CreateOfferError> {
        if self.state() != SignalingState::Stable {
            return Err(CreateOfferError::WrongState(self.state()));
        }
        let mut sections = self.sections.clone();
        for section in &mut sections {
            let media = section.media.and_then(|media| self.config.media.get(media));
            section.direction = media.map_or(section.direction, |media| media.direction);
        }
        let is_placed = |media| self.sections.iter().any(|section| section.media == Some(media));
        let new = (0..self.config.media.len()).filter(|&media| !is_placed(media));
        self.settled_mid = self.next_mid;
        for media in new.collect::<Vec<usize>>() {
            self.place(media, &mut sections);
        }
        if sections.iter().all(|section| section.media.is_none()) {
            return Err(CreateOfferError::NoMedia);
        }
        if sections.len() > SessionDescription::MAXIMUM_SECTIONS {
            return Err(CreateOfferError::TooManySections);
        }
        let offer = self.write(&sections, &self.offer_layout(&sections), transport);
        self.pending = Pending::LocalOffer(sections);
        Ok(offer)
    }

    /// The tagged section of an offer: the one whose transport is in use, or the first.
    pub(super) fn offered_tag(&self, sections: &[Section]) -> Option<usize> {
        let is_active = |section: &usize| sections.get(*section).is_some_and(Section::is_accepted);
        let in_use = self.settled.as_ref().map(|settled| settled.section);
        in_use.filter(is_active).or_else(|| (0..sections.len()).find(is_active))
    }

    fn offer_layout(&self, sections: &[Section]) -> Layout {
        let tagged = self.offered_tag(sections);
        let active = (0..sections.len()).filter(|&section| sections[section].is_accepted());
        let others = active.filter(|&section| Some(section) != tagged);
        let is_bundled = self.settled.as_ref().is_some_and(|settled| settled.is_bundled);
        Layout {
            setup: Setup::ActivePassive,
            bundle: tagged.into_iter().chain(others).collect(),
            has_group: tagged.is_some_and(|tagged| sections[tagged].mid.is_some()),
            is_bundle_only: !is_bundled,
            repeats_security: sections.iter().any(|section| section.is_idle),
            has_rtcp_mux_only: true,
        }
    }

    /// Gives media of ours a section.
    fn place(&mut self, media: usize, sections: &mut Vec<Section>) {
        let Some(config) = self.config.media.get(media) else {
            return;
        };
        let mut section = Section::new(super::MediaConfig::KIND, media, config.direction);
        section.codecs = number(&config.formats, sections);
        section.extensions = extensions(sections);
        section.mid = Some(self.new_mid(sections));
        match sections.iter_mut().find(|section| !section.is_accepted()) {
            Some(rejected) => *rejected = section,
            None => sections.push(section),
        }
    }

    fn new_mid(&mut self, sections: &[Section]) -> String {
        loop {
            let mid = self.next_mid.to_string();
            self.next_mid = self.next_mid.wrapping_add(1);
            if sections.iter().all(|section| section.mid.as_ref() != Some(&mid)) {
                return mid;
            }
        }
    }
}

/// Gives formats payload types: what another section has for the same format, or else one that no
/// section has, for sections that share a transport share the numbers (RFC 9143 section 9.1).
/// Formats for which none is left are left out. Those for sending packets again come after.
fn number(formats: &[H264Parameters], sections: &[Section]) -> Vec<SectionCodec> {
    let known: Vec<&SectionCodec> = sections.iter().flat_map(|section| &section.codecs).collect();
    let idle: Vec<String> =
        sections.iter().filter(|it| it.is_idle).flat_map(Section::written_formats).collect();
    let is_taken = |number: u8| {
        known.iter().any(|codec| codec.has(number)) || idle.contains(&number.to_string())
    };
    let mut free = PAYLOAD_TYPES.into_iter().flatten();
    let mut next = || free.find(|number| !is_taken(*number));
    let mut codecs = Vec::new();
    for parameters in formats {
        let shared = known.iter().find(|codec| codec.is_of(parameters));
        let Some(payload_type) = shared.map(|codec| codec.payload_type).or_else(&mut next) else {
            break;
        };
        let (parameters, feedback) = (parameters.clone(), CodecFeedback::SUPPORTED);
        let retransmission = shared.and_then(|codec| codec.retransmission);
        codecs.push(SectionCodec { payload_type, retransmission, parameters, feedback });
    }
    for codec in &mut codecs {
        codec.retransmission = codec.retransmission.or_else(&mut next);
    }
    codecs
}

/// All extensions in use, with the identifiers that other sections have for them.
fn extensions(sections: &[Section]) -> Vec<AgreedExtension> {
    let known: Vec<&AgreedExtension> =
        sections.iter().flat_map(|section| &section.extensions).collect();
    let mut free = (1..=14).filter(|id| known.iter().all(|extension| extension.id != *id));
    let mut choose = |uri| {
        let shared = known.iter().find(|extension| extension.uri == uri);
        let id = shared.map(|extension| extension.id).or_else(|| free.next());
        id.map(|id| AgreedExtension { id, uri })
    };
    AgreedExtension::SUPPORTED.into_iter().filter_map(&mut choose).collect()
}
