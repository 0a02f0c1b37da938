//! Offers, answers and candidates.

use roomrtc_core::base::Time;
use roomrtc_core::session::{CandidateInit, Command, CommandError, DescriptionKind};

use super::{CallEnd, Client, ClientCommand, ClientEvent};

impl Client {
    /// Begins a call as its offerer, or makes another offer. While one is outstanding, or the other
    /// side's is being answered, it is made afterwards.
    pub(super) fn offer(&mut self, now: Time) {
        if self.session.is_none() {
            self.begin_session(now);
        }
        let has_offered = self.session.as_ref().is_some_and(|session| session.has_offered());
        if has_offered || matches!(self.deferred, Some(ClientCommand::Describe { .. })) {
            self.owes_offer = true;
        } else if !self.defers(now, &ClientCommand::Offer) {
            self.apply(now, Command::CreateOffer);
        }
    }

    /// Says what the next offer or answer is to bring, which may be the first.
    pub(super) fn renegotiate(&mut self, now: Time, command: Command<'_>) {
        if self.session.is_none() && !self.has_server() {
            self.begin_session(now);
        }
        let done = self.session.as_mut().map(|session| session.command(now, command));
        if let Some(Err(error)) = done {
            self.tell(ClientEvent::Impossible(error.to_string()));
        }
    }

    /// Takes back an offer of ours: one that is outstanding, or one that still waits for candidates.
    pub(super) fn roll_back(&mut self, now: Time) {
        if matches!(self.deferred, Some(ClientCommand::Offer)) {
            self.deferred = None;
        } else if let Some(session) = &mut self.session {
            session.roll_back(now);
        }
    }

    /// The other side's description; an offer begins a session where there is none.
    pub(super) fn describe(&mut self, now: Time, kind: DescriptionKind, sdp: String) {
        if kind == DescriptionKind::Offer && !self.makes_way(now) {
            let text = "the other side's offer is ignored: one of this side is outstanding, and \
                        this side does not give way";
            return self.tell(ClientEvent::DescriptionRefused(text.into()));
        }
        if self.session.is_none() && kind == DescriptionKind::Offer {
            self.begin_session(now);
        }
        let has_server = self.has_server();
        let Some(session) = &mut self.session else {
            let text = "there is no offer of ours to answer";
            return self.tell(ClientEvent::DescriptionRefused(text.into()));
        };
        if !has_server && !session.is_connected() {
            session.count_from(now);
        }
        let command = ClientCommand::Describe { kind, sdp };
        if self.defers(now, &command) {
            return;
        }
        if let ClientCommand::Describe { kind, sdp } = command {
            self.apply(now, Command::SetRemoteDescription { kind, sdp: &sdp });
        }
    }

    /// Clears the way for an offer of the other side, where two have met: "perfect negotiation" of
    /// W3C WebRTC section 10.7. Whoever is polite takes its own offer back, and makes it again once
    /// the other's is answered; whoever is not says no.
    fn makes_way(&mut self, now: Time) -> bool {
        if matches!(self.deferred, Some(ClientCommand::Offer)) {
            // Nobody has seen it yet.
            self.deferred = None;
            self.owes_offer = self.is_agreed();
            return true;
        }
        if !self.session.as_ref().is_some_and(|session| session.has_offered()) {
            return true;
        }
        if self.settings.is_polite {
            self.roll_back(now);
            // The first answer says all that the first offer did.
            self.owes_offer |= self.is_agreed();
            self.tell(ClientEvent::OfferTakenBack);
        }
        self.settings.is_polite
    }

    /// Puts what makes a description off until its candidates are known, if they go into it.
    fn defers(&mut self, now: Time, command: &ClientCommand) -> bool {
        self.follow_session(now);
        let is_gathered = self.session.as_ref().is_none_or(|session| session.is_gathered());
        let is_put_off = self.settings.no_trickle && !is_gathered;
        if is_put_off {
            self.deferred = Some(command.clone());
        }
        is_put_off
    }

    /// All local candidates are known.
    pub(super) fn resume(&mut self, now: Time) {
        match self.deferred.take() {
            Some(ClientCommand::Offer) => self.apply(now, Command::CreateOffer),
            Some(ClientCommand::Describe { kind, sdp }) => {
                self.apply(now, Command::SetRemoteDescription { kind, sdp: &sdp });
            }
            _ => {}
        }
    }

    /// Gives the session what makes a description of ours, and then lets it gather.
    fn apply(&mut self, now: Time, command: Command<'_>) {
        let is_theirs = matches!(command, Command::SetRemoteDescription { .. });
        let Some(session) = &mut self.session else {
            return;
        };
        match session.command(now, command) {
            Ok(()) => self.gather(now),
            Err(error) if is_theirs => return self.refuse_description(now, &error),
            Err(error) => return self.tell(ClientEvent::Impossible(error.to_string())),
        }
        if is_theirs {
            // The answer is told before an offer that follows it.
            self.follow_session(now);
            self.tell(ClientEvent::Agreed);
            if std::mem::take(&mut self.owes_offer) {
                self.offer(now);
            }
        }
    }

    pub(super) fn add_candidate(&mut self, now: Time, candidate: CandidateInit) {
        // Candidates may overtake the offer; a call with a server begins before both.
        if self.session.is_none() && !self.has_server() {
            self.begin_session(now);
        }
        let Some(session) = &mut self.session else {
            return;
        };
        if let Err(error) = session.command(now, Command::AddRemoteCandidate(candidate)) {
            self.tell(ClientEvent::CandidateRefused(error.to_string()));
        }
    }

    /// A call that cannot begin ends with the description that cannot be used. One that was agreed
    /// on goes on, and what only comes at the wrong time (an answer twice) ends nothing.
    fn refuse_description(&mut self, now: Time, error: &CommandError) {
        match error {
            CommandError::Description(_) if !self.is_agreed() => {
                self.end_call(now, CallEnd::Description(error.to_string()));
            }
            _ => self.tell(ClientEvent::DescriptionRefused(error.to_string())),
        }
    }

    /// Whether an offer has found an answer.
    fn is_agreed(&self) -> bool {
        self.session.as_ref().is_some_and(|session| session.is_agreed())
    }
}
