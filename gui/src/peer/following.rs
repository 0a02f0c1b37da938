//! Doing what lines say.

use roomrtc_core::session::{DescriptionKind, Direction};

use super::{PeerCommand, PeerLine, PeerScript};
use crate::cli::PeerRole;
use crate::client::ClientCommand;

impl PeerScript {
    /// Does what a value on a line says.
    pub(super) fn follow(&mut self, line: PeerLine) {
        match line {
            PeerLine::Description { kind, sdp } => self.describe(kind, sdp),
            PeerLine::Rollback => self.command(ClientCommand::Rollback),
            // What comes after the end of candidates is ignored, RFC 8838 section 14, and scripts
            // deliver lines in any order. Nothing waits for the end, so it is told at the last.
            PeerLine::Candidate(end) if end.candidate.is_empty() => self.held_end = Some(end),
            PeerLine::Candidate(candidate) => self.command(ClientCommand::Candidate(candidate)),
            PeerLine::Command(command) => self.obey(command),
        }
    }

    fn describe(&mut self, kind: DescriptionKind, sdp: String) {
        if kind == DescriptionKind::Answer && !self.has_offered {
            let why = match self.is_agreed {
                true => "this side has made no offer".to_owned(),
                false => format!("{} is awaited", self.awaited()),
            };
            return self.say(format!("this description is ignored: {why}"));
        }
        self.undecided += 1;
        self.command(ClientCommand::Describe { kind, sdp });
    }

    fn obey(&mut self, command: PeerCommand) {
        match command {
            PeerCommand::Offer => self.offer(),
            PeerCommand::RestartIce => {
                self.command(ClientCommand::RestartIce);
                self.offer_if_it_is_ours_to_begin();
            }
            PeerCommand::Direction(direction) => self.turn(direction),
            PeerCommand::Camera(is_on) => self.command(ClientCommand::TurnCamera(is_on)),
            PeerCommand::KeyFrame => self.command(ClientCommand::RequestKeyFrame),
            PeerCommand::Statistics => self.command(ClientCommand::Measure),
            PeerCommand::HangUp => self.hang_up(),
        }
    }

    fn turn(&mut self, direction: Direction) {
        self.command(ClientCommand::SetDirection(direction));
        self.offer_if_it_is_ours_to_begin();
    }

    fn offer(&mut self) {
        self.has_offered = true;
        self.command(ClientCommand::Offer);
    }

    /// Before the first offer has come, an answerer's wishes wait for its answer.
    fn offer_if_it_is_ours_to_begin(&mut self) {
        let is_described = self.is_agreed || self.undecided > 0;
        if self.role == PeerRole::Offer || is_described || self.has_offered {
            self.offer();
        }
    }
}
