//! Offer and answer of one session.

use std::collections::BTreeSet;

use super::{Agreement, MediaConfig, NegotiatorConfig, Pending, Section, Settled, SignalingState};
use crate::base::Seed;
use crate::sdp::Direction;

/// Offer and answer of one session, RFC 8829.
///
/// Offers and answers are made and taken by [`Negotiator::create_offer`] and
/// [`Negotiator::apply_answer`], or [`Negotiator::apply_offer`] and [`Negotiator::create_answer`].
/// A refused description changes nothing.
#[derive(Clone, Debug)]
pub struct Negotiator {
    pub(super) session_id: u64,
    pub(super) session_version: u64,
    pub(super) next_mid: u32,
    /// What `next_mid` was before the outstanding offer of ours.
    pub(super) settled_mid: u32,
    pub(super) config: NegotiatorConfig,
    /// The sections that the last offer and answer settled.
    pub(super) sections: Vec<Section>,
    pub(super) settled: Option<Settled>,
    pub(super) pending: Pending,
    /// Media of ours that were ever agreed to be sent.
    pub(super) sent: BTreeSet<usize>,
}

impl Negotiator {
    /// A negotiator for `config`. The session's number is drawn from the stream `negotiation` of
    /// `seed`.
    pub fn new(config: NegotiatorConfig, seed: &Seed) -> Negotiator {
        // RFC 8829 section 5.2.1: 63 bits, so that signed readers can hold it.
        let session_id = seed.stream("negotiation").next_u64() >> 1;
        Negotiator {
            session_id,
            session_version: 0,
            next_mid: 0,
            settled_mid: 0,
            config,
            sections: Vec::new(),
            settled: None,
            pending: Pending::Nothing,
            sent: BTreeSet::new(),
        }
    }

    /// Where offer and answer stand.
    pub fn state(&self) -> SignalingState {
        self.pending.state()
    }

    /// Adds media of ours, which the next offer will carry, and says its number: they are counted
    /// from 0, those of the configuration first.
    pub fn add_media(&mut self, media: MediaConfig) -> usize {
        self.config.media.push(media);
        self.config.media.len() - 1
    }

    /// Media of ours by number.
    pub fn media(&self, media: usize) -> Option<&MediaConfig> {
        self.config.media.get(media)
    }

    /// Changes what we want of the direction of media of ours; the next offer or answer says so.
    /// False if there is no such media.
    pub fn set_direction(&mut self, media: usize, direction: Direction) -> bool {
        let found = self.config.media.get_mut(media);
        found.map(|media| media.direction = direction).is_some()
    }

    /// Changes the sources that media of ours is sent with, for the first time and again; later
    /// descriptions say so. False if there is no such media.
    pub fn set_sources(&mut self, media: usize, ssrc: u32, retransmission_ssrc: u32) -> bool {
        let Some(media) = self.config.media.get_mut(media) else {
            return false;
        };
        (media.ssrc, media.retransmission_ssrc) = (ssrc, retransmission_ssrc);
        true
    }

    /// Whether an offer and its answer have agreed on a transport.
    pub fn has_agreed(&self) -> bool {
        self.settled.is_some()
    }

    /// Takes back the offer that is outstanding, ours or theirs, RFC 8829 section 4.1.10.2. False
    /// if none is. The next offer of ours has the same identification tags: the other side may have
    /// answered, and the answer be lost.
    pub fn rollback(&mut self) -> bool {
        let was_outstanding = self.state() != SignalingState::Stable;
        if matches!(self.pending, Pending::LocalOffer(_)) {
            self.next_mid = self.settled_mid;
        }
        self.pending = Pending::Nothing;
        was_outstanding
    }

    /// The section that our candidates are to name when they are trickled: its place and its
    /// identification tag. `None` before the first offer, and if everything is rejected.
    pub fn transport_section(&self) -> Option<(usize, Option<&str>)> {
        let tagged = match &self.pending {
            Pending::RemoteOffer(plan) => plan.layout.tagged(),
            Pending::LocalOffer(sections) => self.offered_tag(sections),
            Pending::Nothing => self.settled.as_ref().map(|settled| settled.section),
        }?;
        Some((tagged, self.latest_sections().get(tagged)?.mid.as_deref()))
    }

    /// Whether a candidate of the other side belongs to the transport: whether its section, by
    /// identification tag or else by place (W3C WebRTC section 4.8.1), is one of those that share
    /// it. Candidates of rejected sections belong to transports that will never be.
    pub fn takes_candidate_of(&self, mid: Option<&str>, index: Option<usize>) -> bool {
        let sections = self.latest_sections();
        let by_mid =
            mid.map(|mid| sections.iter().position(|section| section.mid.as_deref() == Some(mid)));
        match by_mid.unwrap_or(index) {
            Some(section) => {
                let is_accepted = sections.get(section).is_some_and(Section::is_accepted);
                is_accepted || self.candidate_section() == Some(section)
            }
            None => mid.is_none(),
        }
    }

    fn candidate_section(&self) -> Option<usize> {
        match &self.pending {
            Pending::RemoteOffer(plan) => {
                plan.transport.as_ref().map(|transport| transport.candidate_section)
            }
            _ => self.settled.as_ref().map(|settled| settled.candidate_section),
        }
    }

    fn latest_sections(&self) -> &[Section] {
        match &self.pending {
            Pending::Nothing => &self.sections,
            Pending::LocalOffer(sections) => sections,
            Pending::RemoteOffer(plan) => &plan.sections,
        }
    }

    /// Settles what an offer and its answer came to.
    pub(super) fn settle(
        &mut self,
        sections: Vec<Section>,
        is_bundled: bool,
        agreement: &Agreement,
    ) {
        let sending = sections.iter().filter(|section| section.direction.sends());
        self.sent.extend(sending.filter_map(|section| section.media));
        self.sections = sections;
        self.pending = Pending::Nothing;
        // With the last section the transport goes; one that comes back has a new one, RFC 9429
        // section 5.11.
        let transport = agreement.transport.as_ref();
        self.settled = transport.map(|transport| Settled::new(transport, is_bundled));
    }
}
