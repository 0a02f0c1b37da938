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

    /// Inserts a pair by its priority and sets its state: frozen if a pair of its foundations is
    /// to be checked first (RFC 8838 section 12). Where it stands, unless the list is full of
    /// better ones.
    pub(super) fn insert(&mut self, mut pair: Pair) -> Option<usize> {
        let alike = self.pairs.iter().filter(|other| other.foundation == pair.foundation);
        let is_first = alike.clone().all(|other| !other.is_unfinished());
        let has_valid = alike.clone().any(Pair::is_valid);
        pair.state = if is_first || has_valid { PairState::Waiting } else { PairState::Frozen };
        if self.pairs.len() >= CheckList::MOST {
            let least = self.pairs.iter().rposition(|other| other.is_disposable(pair.priority))?;
            self.pairs.remove(least);
        }
        let index = self.pairs.partition_point(|other| other.priority >= pair.priority);
        self.pairs.insert(index, pair);
        Some(index)
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

    pub(super) fn best_nominated(&self) -> Option<usize> {
        self.pairs.iter().position(|pair| pair.is_nominated && pair.is_valid())
    }
}
