//! Commands of the application.

use super::{
    CandidateInit, Command, CommandError, DescriptionKind, Direction, Event, OutgoingFrame,
    OutgoingPacket, Peer, Phase,
};
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
            Command::CreateOffer => return self.create_offer(),
            Command::SetRemoteDescription { kind, sdp } => return self.take(kind, sdp),
            Command::AddRemoteCandidate(init) => return self.add_remote_candidate(init),
            Command::SendFrame(OutgoingFrame { media, timestamp, data }) => {
                self.media.send_frame(self.now, media, timestamp, data)?;
            }
            Command::SendPacket(packet) => {
                let OutgoingPacket { media, timestamp, marker, payload } = packet;
                self.media.send_packet(self.now, media, timestamp, marker, payload)?;
            }
            Command::RequestKeyFrame { media } => return self.request_key_frame(media),
            Command::RestartIce => self.wants_ice_restart = true,
            Command::SetDirection { media, direction } => {
                return self.set_direction(media, direction);
            }
            Command::Rollback => return self.roll_back(),
            Command::Close => self.close(),
        }
        Ok(())
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

    fn request_key_frame(&mut self, media: usize) -> Result<(), CommandError> {
        if self.media.receiver_statistics(media).is_none() {
            return Err(CommandError::Media(media));
        }
        self.media.request_key_frame(media);
        Ok(())
    }

    /// A candidate that comes before any description is kept until there is one: signalling may
    /// deliver them in any order.
    fn add_remote_candidate(&mut self, init: CandidateInit) -> Result<(), CommandError> {
        let candidate = match init.candidate.trim() {
            "" => None,
            text => Some(
                text.parse::<Candidate>()
                    .map_err(|error| CommandError::Candidate(error.to_string()))?,
            ),
        };
        if self.ice.remote_credentials().is_none() {
            if self.early_candidates.len() < Self::MOST_EARLY_CANDIDATES {
                self.early_candidates.push(init);
            }
            return Ok(());
        }
        self.use_candidate(&init, candidate);
        Ok(())
    }

    /// Candidates that are of no use (another component, TCP, a name, a rejected section, a past
    /// generation) are counted by the ICE agent; peers send them in good faith.
    fn use_candidate(&mut self, init: &CandidateInit, candidate: Option<Candidate>) {
        let index = init.sdp_mline_index.map(usize::from);
        if !self.negotiator.takes_candidate_of(init.sdp_mid.as_deref(), index) {
            return;
        }
        let fragment = init.username_fragment.as_deref();
        let known = self.ice.remote_credentials().map(|known| known.username_fragment());
        if fragment.zip(known).is_some_and(|(theirs, known)| theirs != known) {
            return;
        }
        match candidate {
            Some(candidate) => {
                let _counted = self.ice.add_signaled_candidate(self.now, &candidate);
            }
            None => self.ice.end_of_remote_candidates(self.now),
        }
    }

    pub(super) fn use_early_candidates(&mut self) {
        for init in std::mem::take(&mut self.early_candidates) {
            let candidate = init.candidate.trim().parse().ok();
            if candidate.is_some() || init.candidate.trim().is_empty() {
                self.use_candidate(&init, candidate);
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
