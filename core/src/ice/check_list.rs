//! The check list.

use std::net::SocketAddr;

use super::pair::Pair;
use super::pair_state::PairState;
use super::{Role, address, priority};

/// The pairs by descending priority, with the triggered-check queue among them: RFC 8445 section
/// 6.1.2 and 6.1.4. There is one component, so a foundation group is frozen and thawed as one.
#[derive(Clone, Debug, Default)]
pub(super) struct CheckList {
    pub(super) pairs: Vec<Pair>,
    /// The next place in the triggered-check queue.
    next_trigger: u32,
}

impl CheckList {
    /// Pairs at most, as RFC 8445 section 6.1.2.5 recommends.
    pub(super) const MOST: usize = 100;

    pub(super) fn find(&self, local: SocketAddr, remote: SocketAddr) -> Option<usize> {
        let same = |pair: &Pair| {
            address::is_same(pair.remote, remote) && address::is_same(pair.local, local)
        };
        self.pairs.iter().position(same)
    }

    pub(super) fn find_mut(&mut self, local: SocketAddr, remote: SocketAddr) -> Option<&mut Pair> {
        self.find(local, remote).and_then(|index| self.pairs.get_mut(index))
    }

    /// Inserts a pair by its priority and sets its state. Where it stands, unless the list is full
    /// of better ones.
    pub(super) fn insert(&mut self, mut pair: Pair) -> Option<usize> {
        if self.pairs.len() >= CheckList::MOST {
            let least = self.pairs.iter().rposition(|other| other.is_disposable(pair.priority))?;
            self.pairs.remove(least);
        }
        pair.state = self.first_state(&pair);
        let index = self.pairs.partition_point(|other| other.priority >= pair.priority);
        self.pairs.insert(index, pair);
        Some(index)
    }

    /// Of each foundation group the best pair is checked first and the others are frozen, unless
    /// one is valid already: RFC 8445 section 6.1.2.6, RFC 8838 section 12.
    fn first_state(&mut self, new: &Pair) -> PairState {
        let mut is_first = true;
        for pair in self.pairs.iter_mut().filter(|pair| pair.foundation == new.foundation) {
            let is_ahead = pair.triggered.is_some() || pair.priority >= new.priority;
            match pair.state {
                PairState::Succeeded => return PairState::Waiting,
                PairState::Waiting if !is_ahead => pair.state = PairState::Frozen,
                PairState::Waiting | PairState::InProgress => is_first = false,
                PairState::Frozen | PairState::Failed => {}
            }
        }
        if is_first { PairState::Waiting } else { PairState::Frozen }
    }

    /// Orders the list anew for another role.
    pub(super) fn prioritize(&mut self, role: Role) {
        for pair in &mut self.pairs {
            pair.priority = priority::pair(role, pair.local_priority, pair.remote_priority);
        }
        self.sort();
    }

    pub(super) fn sort(&mut self) {
        self.pairs.sort_by_key(|pair| std::cmp::Reverse(pair.priority));
    }

    /// Puts a pair into the triggered-check queue.
    pub(super) fn trigger(&mut self, index: usize) {
        if let Some(pair) = self.pairs.get_mut(index) {
            if !pair.is_valid() {
                pair.state = PairState::Waiting;
            }
            if pair.triggered.is_none() {
                pair.triggered = Some(self.next_trigger);
                self.next_trigger = self.next_trigger.wrapping_add(1);
            }
        }
    }

    /// Whether there is a pair to be checked now.
    pub(super) fn has_checks(&self) -> bool {
        let is_due = |pair: &Pair| pair.triggered.is_some() || pair.state == PairState::Waiting;
        self.pairs.iter().any(|pair| is_due(pair) || self.can_thaw(pair))
    }

    /// Whether a frozen pair is the only one of its foundations that could be checked.
    fn can_thaw(&self, frozen: &Pair) -> bool {
        let is_active = |pair: &Pair| {
            pair.foundation == frozen.foundation
                && matches!(pair.state, PairState::Waiting | PairState::InProgress)
        };
        frozen.state == PairState::Frozen && !self.pairs.iter().any(is_active)
    }

    /// The pair to check next, RFC 8445 section 6.1.4.2.
    pub(super) fn next_check(&mut self) -> Option<usize> {
        self.next_triggered().or_else(|| self.next_waiting()).or_else(|| {
            self.thaw();
            self.next_waiting()
        })
    }

    fn next_triggered(&self) -> Option<usize> {
        let queue = self.pairs.iter().enumerate();
        let queue = queue.filter_map(|(index, pair)| Some((pair.triggered?, index)));
        queue.min().map(|(_, index)| index)
    }

    fn next_waiting(&self) -> Option<usize> {
        self.pairs.iter().position(|pair| pair.state == PairState::Waiting)
    }

    /// Nothing waits: every foundation group without a check under way gets its best pair.
    fn thaw(&mut self) {
        for index in 0..self.pairs.len() {
            if self.can_thaw(&self.pairs[index]) {
                self.pairs[index].state = PairState::Waiting;
            }
        }
    }

    /// A pair of these foundations is valid: the others are worth checking, section 7.2.5.3.3.
    pub(super) fn unfreeze(&mut self, foundation: (u32, u32)) {
        let frozen =
            |pair: &&mut Pair| pair.foundation == foundation && pair.state == PairState::Frozen;
        self.pairs.iter_mut().filter(frozen).for_each(|pair| pair.state = PairState::Waiting);
    }

    /// Pairs waiting and in progress, for the retransmission timeout of section 14.3.
    pub(super) fn active(&self) -> u32 {
        let is_active =
            |pair: &&Pair| matches!(pair.state, PairState::Waiting | PairState::InProgress);
        self.pairs.iter().filter(is_active).count() as u32
    }

    pub(super) fn best_valid(&self) -> Option<usize> {
        self.pairs.iter().position(Pair::is_valid)
    }

    pub(super) fn best_nominating(&self) -> Option<usize> {
        self.pairs.iter().position(|pair| pair.is_nominating && pair.is_valid())
    }

    pub(super) fn best_nominated(&self) -> Option<usize> {
        self.pairs.iter().position(|pair| pair.is_nominated && pair.is_valid())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ice::local_candidate::LocalCandidate;
    use crate::ice::remote_candidate::RemoteCandidate;
    use crate::ice::{Candidate, CandidateKind, Foundation};

    /// A pair whose remote candidate has this priority and foundation.
    fn pair(priority: u32, foundation: u32) -> Pair {
        let candidate = |last: u32, priority| Candidate {
            foundation: Foundation::number(last),
            priority,
            address: SocketAddr::from(([10, 0, (last >> 8) as u8, last as u8], 5_000)),
            kind: CandidateKind::Host,
            related: None,
        };
        let local = LocalCandidate { candidate: candidate(1, 9), foundation: 1, server: None };
        let candidate = candidate(priority, priority);
        let remote = RemoteCandidate { candidate, foundation, is_learnt: false };
        Pair::new(Role::Controlling, &local, &remote)
    }

    fn list(pairs: &[(u32, u32)]) -> CheckList {
        let mut list = CheckList::default();
        for (priority, foundation) in pairs {
            list.insert(pair(*priority, *foundation));
        }
        list
    }

    fn states(list: &CheckList) -> Vec<(u32, PairState)> {
        list.pairs.iter().map(|pair| (pair.remote_priority, pair.state)).collect()
    }

    #[test]
    fn the_best_pair_of_each_foundation_is_checked_first_in_whatever_order_they_come() {
        use PairState::{Frozen, Waiting};
        let expected = [(8, Waiting), (7, Waiting), (6, Frozen), (5, Frozen)];
        assert_eq!(states(&list(&[(8, 1), (7, 2), (6, 1), (5, 2)])), expected);
        assert_eq!(states(&list(&[(5, 2), (6, 1), (7, 2), (8, 1)])), expected);
    }

    #[test]
    fn a_valid_pair_unfreezes_its_foundation_and_a_failed_one_gives_way() {
        let mut list = list(&[(8, 1), (7, 1), (6, 1)]);
        assert_eq!(list.next_check(), Some(0));
        list.pairs[0].state = PairState::InProgress;
        assert!(!list.has_checks());
        assert_eq!(list.next_check(), None);
        list.pairs[0].state = PairState::Failed;
        assert!(list.has_checks());
        assert_eq!(list.next_check(), Some(1));
        assert_eq!(list.pairs[2].state, PairState::Frozen);
        list.pairs[1].state = PairState::Succeeded;
        list.unfreeze(list.pairs[1].foundation);
        assert_eq!(list.pairs[2].state, PairState::Waiting);
    }

    #[test]
    fn triggered_checks_come_first_and_in_their_order() {
        let mut list = list(&[(8, 1), (7, 2), (6, 3)]);
        list.trigger(2);
        list.trigger(1);
        list.trigger(2);
        assert_eq!(list.next_check(), Some(2));
        list.pairs[2].triggered = None;
        assert_eq!(list.next_check(), Some(1));
    }

    #[test]
    fn a_full_list_keeps_the_best() {
        let mut list = CheckList::default();
        for priority in 10..10 + CheckList::MOST as u32 {
            assert!(list.insert(pair(priority, priority)).is_some());
        }
        assert_eq!(list.insert(pair(5, 5)), None);
        assert_eq!(list.insert(pair(500, 500)), Some(0));
        assert_eq!(list.pairs.len(), CheckList::MOST);
        assert!(list.pairs.iter().all(|pair| pair.remote_priority != 10));
    }
}
