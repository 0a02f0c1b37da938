//! Everybody comes and sees everybody.

use std::time::Instant;

use roomrtc_core::signaling::UserState;

use super::Script;
use crate::dialect::Event;
use crate::generator::Order;

/// Every client logs in and stays, until each sees every other, or until all are logged in where nobody
/// is told of others. Client and user numbers are the same.
#[derive(Debug)]
pub struct Gathering {
    users: usize,
    sees_others: bool,
    logged_in: usize,
    /// For each client a bit for each user that it sees.
    seen: Vec<u64>,
    /// How many of the others each client sees.
    counts: Vec<usize>,
    /// Clients that see all.
    complete: usize,
}

impl Gathering {
    /// So many users, who have to see each other if `sees_others`.
    pub fn new(users: usize, sees_others: bool) -> Gathering {
        let seen = if sees_others { users * users.div_ceil(64) } else { 0 };
        let (seen, counts) = (vec![0; seen], vec![0; users]);
        Gathering { users, sees_others, logged_in: 0, seen, counts, complete: 0 }
    }

    fn note(&mut self, client: usize, user: usize, is_there: bool) {
        if client == user || user >= self.users {
            return;
        }
        let (word, bit) = (client * self.users.div_ceil(64) + user / 64, 1 << (user % 64));
        let was_there = self.seen[word] & bit != 0;
        if was_there == is_there {
            return;
        }
        self.seen[word] ^= bit;
        let was_complete = self.counts[client] + 1 == self.users;
        if is_there {
            self.counts[client] += 1;
        } else {
            self.counts[client] -= 1;
        }
        let is_complete = self.counts[client] + 1 == self.users;
        self.complete = self.complete + usize::from(is_complete) - usize::from(was_complete);
    }
}

impl Script for Gathering {
    fn heard(&mut self, _now: Instant, client: usize, event: Event, _orders: &mut Vec<Order>) {
        match event {
            Event::LoggedIn => self.logged_in += 1,
            Event::State { user, state } if self.sees_others => {
                self.note(client, user as usize, state != UserState::Offline);
            }
            _ => {}
        }
    }

    fn is_done(&self) -> bool {
        self.logged_in == self.users && (!self.sees_others || self.complete == self.users)
    }

    fn progress(&self) -> String {
        let seen: usize = self.counts.iter().sum();
        let all = self.users * self.users.saturating_sub(1);
        format!("{} of {} logged in, {seen} of {all} seen", self.logged_in, self.users)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_is_done_when_each_sees_every_other() {
        let mut script = Gathering::new(3, true);
        let mut hear = |client, event| script.heard(Instant::now(), client, event, &mut Vec::new());
        let state = |user, state| Event::State { user, state };
        (0..3).for_each(|client| hear(client, Event::LoggedIn));
        for (client, user) in [(0, 0), (0, 1), (0, 2), (0, 2), (1, 0), (1, 2), (2, 0)] {
            hear(client, state(user, UserState::Available));
        }
        hear(0, state(1, UserState::Offline));
        hear(2, state(1, UserState::Busy));
        assert!(!script.is_done(), "{}", script.progress());
        script.heard(Instant::now(), 0, state(1, UserState::Available), &mut Vec::new());
        assert!(script.is_done(), "{}", script.progress());
    }
}
