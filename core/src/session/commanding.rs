//! Commands of the application.

use std::net::IpAddr;

use super::{
    CandidateInit, Command, CommandError, DescriptionKind, Direction, Event, OutgoingFrame,
    OutgoingPacket, Peer, Phase,
};
use crate::ice::CandidateRejection;
use crate::sdp::Candidate;

impl Peer {
    /// Candidates kept at most that came before the description they belong to.
    const MOST_EARLY_CANDIDATES: usize = 64;

    pub(super) fn command(&mut self, command: Command<'_>) -> Result<(), CommandError> {
        if self.phase == Phase::Closed {
            return Err(CommandError::Closed);
        }
        match command {
            Command::AddLocalAddress(address) => self.ice.add_local_address(self.now, address),
            Command::RemoveLocalAddress(address) => {
                self.ice.remove_local_address(self.now, address);
            }
            Command::EndOfLocalAddresses => self.ice.end_of_local_addresses(self.now),
            Command::NameLocalAddress { address, name } => return self.name(address, name),
            Command::CreateOffer => return self.create_offer(),
            Command::SetRemoteDescription { kind, sdp } => return self.take(kind, sdp),
            Command::AddRemoteCandidate(init) => return self.add_remote_candidate(init),
            Command::SendFrame(OutgoingFrame { media, timestamp, data }) => {
                self.media.send_frame(self.now, media, timestamp, data)?;
            }
            Command::SendPacket(packet) => return self.send_packet(packet),
            Command::RequestKeyFrame { media } => return self.request_key_frame(media),
            Command::RestartIce => self.renegotiation.wants_ice_restart = true,
            Command::SetDirection { media, direction } => {
                return self.set_direction(media, direction);
            }
            Command::Rollback => return self.roll_back(),
            Command::Close => self.close(),
        }
        Ok(())
    }

    fn send_packet(&mut self, packet: OutgoingPacket<'_>) -> Result<(), CommandError> {
        let OutgoingPacket { media, timestamp, marker, payload } = packet;
        Ok(self.media.send_packet(self.now, media, timestamp, marker, payload)?)
    }

    fn take(&mut self, kind: DescriptionKind, sdp: &str) -> Result<(), CommandError> {
        match kind {
            DescriptionKind::Offer => self.take_offer(sdp),
            DescriptionKind::Answer => self.take_answer(sdp),
        }
    }

    fn set_direction(&mut self, media: usize, direction: Direction) -> Result<(), CommandError> {
        match self.negotiator.set_direction(media, direction) {
            true => Ok(()),
            false => Err(CommandError::UnknownMedia(media)),
        }
    }

    fn name(&mut self, address: IpAddr, name: String) -> Result<(), CommandError> {
        match self.ice.name_local_address(address, &name) {
            true => Ok(()),
            false => Err(CommandError::LocalName(name)),
        }
    }

    fn request_key_frame(&mut self, media: usize) -> Result<(), CommandError> {
        if self.media.receiver_statistics(media).is_none() {
            return Err(CommandError::Media(media));
        }
        self.media.request_key_frame(media);
        Ok(())
    }

    /// A candidate that comes before the description with its credentials is kept until that has
    /// come: signalling may deliver them in any order.
    fn add_remote_candidate(&mut self, init: CandidateInit) -> Result<(), CommandError> {
        let candidate = match init.candidate.trim() {
            "" => None,
            text => Some(
                text.parse::<Candidate>()
                    .map_err(|error| CommandError::Candidate(error.to_string()))?,
            ),
        };
        self.use_candidate(init, candidate);
        Ok(())
    }

    /// Candidates that are of no use (another component, TCP, a rejected section) are counted
    /// by the ICE agent; peers send them in good faith.
    fn use_candidate(&mut self, init: CandidateInit, candidate: Option<Candidate>) {
        let Some(known) = self.ice.remote_credentials() else {
            return self.keep_candidate(init);
        };
        let fragment = init.username_fragment.as_deref();
        let fragment = fragment.or(candidate.as_ref().and_then(Candidate::username_fragment));
        if fragment.is_some_and(|theirs| theirs != known.username_fragment()) {
            return self.keep_candidate(init);
        }
        let index = init.sdp_mline_index.map(usize::from);
        if !self.negotiator.takes_candidate_of(init.sdp_mid.as_deref(), index) {
            return self.ice.count_rejected(CandidateRejection::Section, 1);
        }
        match candidate {
            Some(candidate) => self.signal_candidate(&candidate, &init),
            None => self.ice.end_of_remote_candidates(self.now),
        }
    }

    /// Those of a past generation are kept, too, until newer ones need the room.
    fn keep_candidate(&mut self, init: CandidateInit) {
        if self.early_candidates.len() == Self::MOST_EARLY_CANDIDATES {
            self.early_candidates.remove(0);
            self.ice.count_rejected(CandidateRejection::TooMany, 1);
        }
        self.early_candidates.push(init);
    }

    /// What is of no use is counted by the agent. A name is the application's to resolve; the
    /// generation it belongs to is noted with it.
    pub(super) fn signal_candidate(&mut self, candidate: &Candidate, init: &CandidateInit) {
        let added = self.ice.add_signaled_candidate(self.now, candidate);
        if added == Err(CandidateRejection::Name) {
            let known = self.ice.remote_credentials();
            let fragment = known.map(|known| known.username_fragment().to_owned());
            let init = CandidateInit { username_fragment: fragment, ..init.clone() };
            self.tell(Event::UnresolvedCandidate(init));
        }
    }

    pub(super) fn use_early_candidates(&mut self) {
        for init in std::mem::take(&mut self.early_candidates) {
            let candidate = init.candidate.trim().parse().ok();
            if candidate.is_some() || init.candidate.trim().is_empty() {
                self.use_candidate(init, candidate);
            }
        }
    }

    /// Says goodbye on every layer: BYE, then `close_notify`.
    fn close(&mut self) {
        self.phase = Phase::Closed;
        self.media.close();
        if let Some(dtls) = &mut self.dtls {
            dtls.close(self.now);
        }
        self.events.retain(|event| !matches!(event, Event::KeyFrameRequested { .. }));
    }
}
