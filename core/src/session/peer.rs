//! One end of one session.

use std::collections::VecDeque;

use super::{
    CandidateInit, CommandError, DropCounters, DropReason, EarlyPackets, Event, Input, PeerConfig,
    Phase, ReceivedFrame, ReceivedPacket, Renegotiation, SecureMedia, composing,
};
use crate::base::{Deadline, DeadlineReason, SessionSeed, Time};
use crate::crypto::Certificate;
use crate::media::MediaEngine;
use crate::negotiation::Negotiator;
use crate::{dtls, ice};

/// One end of one session: ICE, DTLS, SRTP and media on one transport, sans-I/O.
///
/// Everything a peer does follows from its configuration, its seed and its inputs. A clone is a
/// snapshot: it goes on exactly as the original would.
#[derive(Clone, Debug)]
pub struct Peer {
    pub(super) config: PeerConfig,
    pub(super) seed: SessionSeed,
    pub(super) now: Time,
    pub(super) phase: Phase,
    pub(super) certificate: Certificate,
    pub(super) negotiator: Negotiator,
    pub(super) ice: ice::Agent,
    /// `None` until the roles are agreed on.
    pub(super) dtls: Option<Box<dtls::Endpoint>>,
    pub(super) agreed: Option<dtls::Connected>,
    /// `None` until the handshake is complete.
    pub(super) srtp: Option<Box<SecureMedia>>,
    pub(super) media: MediaEngine,
    pub(super) events: VecDeque<Event>,
    pub(super) dropped: DropCounters,
    /// DTLS that came before the other side's description.
    pub(super) early_dtls: EarlyPackets,
    /// SRTP that came before its keys.
    pub(super) early_media: EarlyPackets,
    /// A packet already protected that did not fit its batch.
    pub(super) held: Vec<u8>,
    /// The datagram being opened.
    pub(super) opened: Vec<u8>,
    /// Whether a description of ours has been given out: candidates then follow by themselves.
    pub(super) is_described: bool,
    pub(super) renegotiation: Renegotiation,
    pub(super) is_path_up: bool,
    /// Candidates that came before the description they belong to.
    pub(super) early_candidates: Vec<CandidateInit>,
    pub(super) connected_at: Option<Time>,
}

impl Peer {
    /// The number of our video.
    pub const VIDEO: usize = 0;

    /// A peer that has not begun. `seed` is a secret: keys are drawn from it.
    pub fn new(config: PeerConfig, seed: impl Into<SessionSeed>, now: Time) -> Peer {
        let seed = seed.into();
        let certificate = composing::certificate(&config, &seed.secret);
        let mut media = composing::media_engine(&config, &seed.public);
        let negotiator = composing::negotiator(&config, &seed.public, &mut media);
        Peer {
            ice: composing::ice_agent(&config, &seed.public, now),
            dtls: None,
            agreed: None,
            srtp: None,
            phase: Phase::Open,
            events: VecDeque::new(),
            dropped: DropCounters::default(),
            early_dtls: EarlyPackets::default(),
            early_media: EarlyPackets::default(),
            held: Vec::new(),
            opened: Vec::new(),
            is_described: false,
            renegotiation: Renegotiation::default(),
            is_path_up: false,
            early_candidates: Vec::new(),
            connected_at: None,
            certificate,
            negotiator,
            media,
            config,
            seed,
            now,
        }
    }

    /// The certificate that the other side is shown.
    pub fn certificate(&self) -> &Certificate {
        &self.certificate
    }

    /// Takes one input at the time `now`. Time never runs backwards: an earlier `now` counts as
    /// the latest one seen.
    ///
    /// # Errors
    /// [`CommandError`] if a command does not fit; nothing has changed then. Datagrams and time
    /// never err.
    pub fn handle(&mut self, now: Time, input: Input<'_>) -> Result<(), CommandError> {
        self.now = self.now.max(now);
        let result = match input {
            Input::Datagram(datagram) => {
                self.receive(&datagram);
                Ok(())
            }
            Input::Command(command) => self.command(command),
            Input::Tick => {
                self.handle_timeouts();
                Ok(())
            }
        };
        self.drive();
        result
    }

    /// The next event, oldest first.
    pub fn poll_event(&mut self) -> Option<Event> {
        self.events.pop_front()
    }

    /// Appends the next frame that is due to the caller's buffer.
    pub fn poll_frame(&mut self, buffer: &mut Vec<u8>) -> Option<ReceivedFrame> {
        self.media.poll_frame(self.now, buffer)
    }

    /// Puts the next received packet in the place of `packet`, whose buffer is used again, where
    /// the session hands over packets.
    pub fn poll_packet(&mut self, packet: &mut Vec<u8>) -> Option<ReceivedPacket> {
        self.media.poll_received_packet(packet)
    }

    /// When the peer wants an [`Input::Tick`] at the latest, and why. `None` once it has ended, or
    /// while only an input can bring anything about.
    pub fn deadline(&self) -> Option<Deadline> {
        if self.phase == Phase::Closed {
            return None;
        }
        let dtls = self.dtls.as_ref().and_then(|dtls| dtls.deadline());
        let media = self.srtp.as_ref().and_then(|_| self.media.deadline());
        // What is to be sent waits for a path; it must not wake anyone until there is one.
        let media = media.filter(|deadline| {
            deadline.reason == DeadlineReason::JitterBuffer || self.path().is_some()
        });
        Deadline::earlier(self.ice.deadline(), Deadline::earlier(dtls, media))
    }

    fn handle_timeouts(&mut self) {
        if self.phase == Phase::Closed {
            return;
        }
        self.ice.handle_timeout(self.now);
        if let Some(dtls) = &mut self.dtls {
            dtls.handle_timeout(self.now);
        }
        if self.srtp.is_some() {
            self.media.handle_timeout(self.now);
        }
    }

    pub(super) fn count_drop(&mut self, reason: DropReason) {
        self.dropped.count(reason);
    }
}
