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
    /// The number of the call that ended while one was away.
    last_word: Vec<Option<usize>>,
    /// The call that each last called for, on the connection it has.
    invited: Vec<Option<usize>>,
    /// The parties of every call that was ever made. Its number is its place, counted from 1.
    pub(super) made: Vec<[usize; 2]>,
}

impl CallModel {
    pub(super) fn new(users: usize) -> CallModel {
        CallModel {
            now: 0,
            is_there: vec![false; users],
            calls: Vec::new(),
            last_word: vec![None; users],
            invited: vec![None; users],
            made: Vec::new(),
        }
    }

    /// The number of the last call that two users ever had, or of one so many before; 0 where
    /// there was none.
    pub(super) fn number(&self, user: usize, other: usize, back: usize) -> usize {
        let theirs = self.made.iter().enumerate().rev();
        let mut numbers = theirs
            .filter(|(_, parties)| parties.contains(&user) && parties.contains(&other))
            .map(|(place, _)| place + 1);
        numbers.nth(back).unwrap_or(0)
    }

    pub(super) fn call_of(&self, user: usize) -> Option<&ModelCall> {
        self.calls.iter().find(|call| call.binds(user))
    }

    pub(super) fn act(&mut self, action: ModelAction) {
        match action {
            ModelAction::LogIn(user) => self.is_there[user] = true,
            ModelAction::Wait(seconds) => self.wait(seconds),
            ModelAction::Restart => self.restart(),
            ModelAction::Lose(user) => self.lose(user),
            ModelAction::LogOut(user) if self.is_there[user] => self.log_out(user),
            ModelAction::Invite(user, other) if self.is_there[user] => self.invite(user, other),
            ModelAction::Rejoin(user, other, back) if self.may(user, other) => {
                self.rejoin(user, other, self.number(user, other, back));
            }
            ModelAction::Accept(user, other, back) if self.is_there[user] => {
                self.accept(user, other, self.number(user, other, back));
            }
            ModelAction::Reject(user, other, back) if self.is_there[user] => {
                let number = self.number(user, other, back);
                self.calls.retain(|call| !call.is_ringing_at([other, user], number));
            }
            ModelAction::End(user, other, back) => {
                self.end_with(user, other, Some(self.number(user, other, back)));
            }
            ModelAction::EndInvited(user, other) => {
                self.end_with(user, other, self.invited[user]);
            }
            _ => {}
        }
    }

    fn wait(&mut self, seconds: u8) {
        self.now += u64::from(seconds);
        let now = self.now;
        self.calls.retain(|call| !call.is_over(now));
    }

    fn restart(&mut self) {
        let made = std::mem::take(&mut self.made);
        *self = CallModel { now: self.now, made, ..CallModel::new(self.is_there.len()) };
    }

    fn may(&self, user: usize, other: usize) -> bool {
        self.is_there[user] && user != other
    }

    /// The user ends this call, if it is with the other.
    fn end_with(&mut self, user: usize, other: usize, number: Option<usize>) {
        let is_theirs =
            |call: &ModelCall| call.parties.contains(&other) && Some(call.number) == number;
        if self.may(user, other) && self.call_of(user).is_some_and(is_theirs) {
            self.end(user);
        }
    }

    fn accept(&mut self, user: usize, other: usize, number: usize) {
        let rings = |call: &&mut ModelCall| call.is_ringing_at([other, user], number);
        self.calls.iter_mut().filter(rings).for_each(|call| call.is_ringing = false);
    }

    fn log_out(&mut self, user: usize) {
        self.is_there[user] = false;
        self.invited[user] = None;
        self.end(user);
    }

    fn lose(&mut self, user: usize) {
        if !std::mem::take(&mut self.is_there[user]) {
            return;
        }
        let now = self.now;
        self.invited[user] = None;
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
            self.last_word[call.parties[other]] = Some(call.number);
        }
        self.calls.retain(|call| !call.binds(user));
    }

    fn invite(&mut self, user: usize, other: usize) {
        self.invited[user] = None;
        if user == other {
            return;
        }
        self.calls.retain(|call| !call.binds(user) || call.is_present[call.place(user)]);
        if let Some(call) = self.call_of(user).copied() {
            let is_met = call.is_ringing_at([other, user], call.number);
            self.invited[user] = is_met.then_some(call.number);
            return self.accept(user, other, call.number);
        }
        if self.is_there[other] && self.call_of(other).is_none() {
            self.last_word[user] = None;
            self.last_word[other] = None;
            self.made.push([user, other]);
            self.invited[user] = Some(self.made.len());
            self.begin([user, other], self.made.len(), false);
        }
    }

    fn rejoin(&mut self, user: usize, other: usize, number: usize) {
        let now = self.now;
        let is_named = |call: &&mut ModelCall| {
            call.binds(user) && call.parties.contains(&other) && call.number == number
        };
        if let Some(call) = self.calls.iter_mut().find(is_named) {
            let place = call.place(user);
            call.is_present[place] |= !call.is_ringing;
            self.calls.retain(|call| !call.is_over(now));
            return;
        }
        let is_told = self.last_word[user].take_if(|of| *of == number).is_some();
        if is_told || self.call_of(user).is_some() {
            return;
        }
        // What it called for before is over, whatever it is called.
        self.invited[user] = None;
        let claim = |call: &&mut ModelCall| {
            call.is_claimed && call.parties == [other, user] && call.number == number
        };
        match self.calls.iter_mut().find(claim) {
            Some(call) => call.is_claimed = false,
            None => self.begin([user, other], number, true),
        }
    }

    fn begin(&mut self, parties: [usize; 2], number: usize, is_claimed: bool) {
        let (began, lost) = (self.now, [self.now; 2]);
        let (is_ringing, is_present) = (!is_claimed, [true; 2]);
        let call = ModelCall { parties, number, is_ringing, is_claimed, is_present, began, lost };
        self.calls.push(call);
    }
}
