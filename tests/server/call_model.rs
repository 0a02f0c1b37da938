//! The reference model of calls: a list of them, and who is there.

use super::model_action::ModelAction;
use super::model_call::ModelCall;

/// What has to be true of the hub, said as simply as can be.
#[derive(Clone, Debug)]
pub(super) struct CallModel {
    /// In seconds.
    now: u64,
    pub(super) is_there: Vec<bool>,
    pub(super) calls: Vec<ModelCall>,
    /// With whom a call ended while one was away.
    last_word: Vec<Option<usize>>,
}

impl CallModel {
    pub(super) fn new(users: usize) -> CallModel {
        let last_word = vec![None; users];
        CallModel { now: 0, is_there: vec![false; users], calls: Vec::new(), last_word }
    }

    pub(super) fn call_of(&self, user: usize) -> Option<&ModelCall> {
        self.calls.iter().find(|call| call.binds(user))
    }

    pub(super) fn act(&mut self, action: ModelAction) {
        match action {
            ModelAction::LogIn(user) => self.is_there[user] = true,
            ModelAction::Wait(seconds) => {
                self.now += u64::from(seconds);
                let now = self.now;
                self.calls.retain(|call| !call.is_over(now));
            }
            ModelAction::Restart => {
                let fresh = CallModel::new(self.is_there.len());
                *self = CallModel { now: self.now, ..fresh };
            }
            ModelAction::Lose(user) => self.lose(user),
            ModelAction::LogOut(user) if self.is_there[user] => self.log_out(user),
            ModelAction::Invite(user, other) if self.may(user, other) => self.invite(user, other),
            ModelAction::Rejoin(user, other) if self.may(user, other) => self.rejoin(user, other),
            ModelAction::Accept(user, other) => {
                let rings =
                    |call: &&mut ModelCall| call.is_ringing && call.parties == [other, user];
                self.calls.iter_mut().filter(rings).for_each(|call| call.is_ringing = false);
            }
            ModelAction::Reject(user, other) => {
                self.calls.retain(|call| !call.is_ringing || call.parties != [other, user]);
            }
            ModelAction::End(user, other) if self.is_with(user, other) => self.end(user),
            _ => {}
        }
    }

    fn may(&self, user: usize, other: usize) -> bool {
        self.is_there[user] && user != other
    }

    /// Whether the user, who is there, is in a call with the other.
    fn is_with(&self, user: usize, other: usize) -> bool {
        let is_theirs = |call: &ModelCall| call.parties.contains(&other);
        self.may(user, other) && self.call_of(user).is_some_and(is_theirs)
    }

    fn accept(&mut self, user: usize, other: usize) {
        let rings = |call: &&mut ModelCall| call.is_ringing && call.parties == [other, user];
        self.calls.iter_mut().filter(rings).for_each(|call| call.is_ringing = false);
    }

    fn log_out(&mut self, user: usize) {
        self.is_there[user] = false;
        self.end(user);
    }

    fn lose(&mut self, user: usize) {
        if !std::mem::take(&mut self.is_there[user]) {
            return;
        }
        let now = self.now;
        self.calls.retain(|call| !call.binds(user) || !(call.is_ringing || call.is_claimed));
        for call in self.calls.iter_mut().filter(|call| call.binds(user)) {
            let place = call.place(user);
            if std::mem::take(&mut call.is_present[place]) {
                call.lost[place] = now;
            }
        }
    }

    /// The user ends its call, whatever it is.
    fn end(&mut self, user: usize) {
        let Some(call) = self.call_of(user).copied() else {
            return;
        };
        let other = 1 - call.place(user);
        if !call.is_claimed && !call.is_present[other] {
            self.last_word[call.parties[other]] = Some(user);
        }
        self.calls.retain(|call| !call.binds(user));
    }

    fn invite(&mut self, user: usize, other: usize) {
        self.calls.retain(|call| !call.binds(user) || call.is_present[call.place(user)]);
        if self.call_of(user).is_some() {
            return self.accept(user, other);
        }
        if self.is_there[other] && self.call_of(other).is_none() {
            self.last_word[user] = None;
            self.last_word[other] = None;
            self.begin([user, other], false);
        }
    }

    fn rejoin(&mut self, user: usize, other: usize) {
        let now = self.now;
        let own = self.calls.iter_mut().find(|call| call.binds(user));
        if let Some(call) = own {
            let is_theirs = call.parties.contains(&other) && !call.is_ringing;
            let place = call.place(user);
            call.is_present[place] |= is_theirs;
            self.calls.retain(|call| !call.is_over(now));
            return;
        }
        if self.last_word[user].take_if(|who| *who == other).is_some() {
            return;
        }
        let claim = |call: &&mut ModelCall| call.is_claimed && call.parties == [other, user];
        match self.calls.iter_mut().find(claim) {
            Some(call) => call.is_claimed = false,
            None => self.begin([user, other], true),
        }
    }

    fn begin(&mut self, parties: [usize; 2], is_claimed: bool) {
        let (began, lost) = (self.now, [self.now; 2]);
        let is_present = [true; 2];
        let call =
            ModelCall { parties, is_ringing: !is_claimed, is_claimed, is_present, began, lost };
        self.calls.push(call);
    }
}
