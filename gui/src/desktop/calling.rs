//! Calls that were not accepted yet, and the people.

use roomrtc_core::base::Time;
use roomrtc_core::signaling::client::Command;
use roomrtc_core::signaling::{CallEndReason, ErrorCode, MissedCall, UserState};

use super::{Action, CallEnding, Desktop, Notice, Person, Ringing, RingingStage, ServerState};
use crate::client::CallEnd;

impl Desktop {
    /// Takes an action that concerns a call before it stands.
    pub(super) fn ring(&mut self, now: Time, action: Action) {
        match action {
            Action::Call(user) => self.invite(now, user),
            Action::Cancel if self.ringing.as_ref().is_some_and(|it| !it.is_incoming()) => {
                self.stop_ringing();
            }
            Action::Accept => self.accept(),
            Action::Reject if self.rings_here() => self.stop_ringing(),
            Action::MissedCallsSeen => {
                let number = self.lobby.see_missed();
                self.forget_missed(number);
            }
            _ => {}
        }
    }

    fn rings_here(&self) -> bool {
        self.ringing.as_ref().is_some_and(|ringing| ringing.stage == RingingStage::RingsHere)
    }

    fn invite(&mut self, now: Time, user: String) {
        if self.account.is_none() || self.closing_since.is_some() {
            return;
        }
        if self.call.is_some() || self.ringing.is_some() {
            return self.post(now, Notice::Refused(ErrorCode::InCall));
        }
        if self.server.state != ServerState::Connected {
            return self.post(now, Notice::NoServer);
        }
        self.stop_preview();
        self.signal(Command::Invite { user: user.clone() });
        let stage = RingingStage::Calling;
        self.ringing = Some(Ringing { user, guest_name: None, stage, since: now });
    }

    fn accept(&mut self) {
        if self.rings_here() {
            self.stop_preview();
            self.signal(Command::Accept);
            if let Some(ringing) = &mut self.ringing {
                ringing.stage = RingingStage::Accepting;
            }
        }
    }

    /// Gives a call up that was not accepted yet, at whichever side it rings.
    pub(super) fn stop_ringing(&mut self) {
        match self.ringing.take().map(|ringing| ringing.stage) {
            Some(RingingStage::RingsHere) => self.signal(Command::Reject),
            Some(_) => self.signal(Command::EndCall),
            None => {}
        }
    }

    /// The server was not reached with an invitation, so nothing will follow it.
    pub(super) fn give_up_calling(&mut self, now: Time) {
        let is_asking = |ringing: &mut Ringing| ringing.stage == RingingStage::Calling;
        if let Some(Ringing { user, .. }) = self.ringing.take_if(is_asking) {
            let ending = CallEnding::ConnectionLost;
            self.post(now, Notice::NotAccepted { user, ending });
        }
    }

    /// It rings at the callee.
    pub(super) fn rings_there(&mut self, user: &str) {
        if let Some(ringing) = self.ringing.as_mut().filter(|ringing| ringing.user == user) {
            ringing.stage = RingingStage::RingsThere;
        }
    }

    /// Somebody calls.
    pub(super) fn incoming(&mut self, now: Time, user: String, guest_name: Option<String>) {
        let stage = RingingStage::RingsHere;
        self.ringing = Some(Ringing { user, guest_name, stage, since: now });
    }

    /// The callee declined.
    pub(super) fn rejected(&mut self, now: Time, user: String) {
        if self.ringing.take_if(|ringing| ringing.user == user).is_some() {
            self.post(now, Notice::Rejected { user });
        }
    }

    /// A call that rang is over before it was accepted.
    pub(super) fn missed(&mut self, now: Time, user: String, end: &CallEnd) {
        let Some(ringing) = self.ringing.take_if(|ringing| ringing.user == user) else {
            return;
        };
        if !ringing.is_incoming() {
            let ending = CallEnding::from(end);
            return self.post(now, Notice::NotAccepted { user, ending });
        }
        self.post(now, Notice::MissedCall { user: ringing.name().to_owned() });
        // A server that stands tells the call with its number. One that broke may know nothing of it.
        if *end == CallEnd::Signaled(CallEndReason::ConnectionLost) {
            let at = (self.epoch + now.since(Time::ZERO)).as_secs();
            self.lobby.note_missed(MissedCall { user, at, number: 0, name: ringing.guest_name });
        }
    }

    /// The server tells a call that was missed, now or before.
    pub(super) fn note_missed(&mut self, missed: MissedCall) {
        let number = missed.number;
        if !self.lobby.note_missed(missed) && number == self.lobby.seen {
            // It was seen when there was no connection to say so.
            self.forget_missed(number);
        }
    }

    fn forget_missed(&mut self, number: u64) {
        if number > 0 && self.server.state == ServerState::Connected {
            self.signal(Command::ForgetMissedCalls { number });
        }
    }

    /// The other users. While there is no connection, those who were known stay to be seen.
    pub(super) fn see(&mut self, users: Vec<(String, UserState)>) {
        if self.server.state != ServerState::Connected {
            return;
        }
        let echo = self.echo.as_deref();
        let person = |(name, state): (String, UserState)| {
            let is_echo = echo == Some(&name);
            Person { name, state, is_echo }
        };
        let mut people: Vec<Person> = users.into_iter().map(person).collect();
        people.retain(|person| person.state != UserState::Deleted);
        people.sort_by_cached_key(|person| (person.state, person.name.to_lowercase()));
        self.lobby.people = people;
    }
}
