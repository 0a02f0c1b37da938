//! Who changed, in which order.

use std::collections::{BTreeMap, VecDeque};
use std::sync::Arc;

/// The last change of every user, numbered. A user stands in it once.
#[derive(Clone, Debug, Default)]
pub(super) struct PresenceLog {
    last: u64,
    /// Changes that are deletions, oldest first, and the last one that is not kept any more.
    buried: VecDeque<u64>,
    forgotten: u64,
    changes: BTreeMap<u64, Arc<str>>,
}

impl PresenceLog {
    /// Most deletions that are kept. Who has read less than that has to be told everything.
    const MAX_BURIED: usize = 1024;

    /// `user`, whose last change was `before`, has changed again: the number of the change.
    pub(super) fn note(&mut self, before: Option<u64>, user: Arc<str>) -> u64 {
        if let Some(before) = before {
            self.changes.remove(&before);
        }
        self.last += 1;
        self.changes.insert(self.last, user);
        self.last
    }

    /// `user` was deleted. Only so many such changes are kept.
    pub(super) fn bury(&mut self, before: Option<u64>, user: Arc<str>) {
        let number = self.note(before, user);
        self.buried.push_back(number);
        if self.buried.len() > PresenceLog::MAX_BURIED
            && let Some(oldest) = self.buried.pop_front()
        {
            self.changes.remove(&oldest);
            self.forgotten = oldest;
        }
    }

    /// Whether who was told changes up to `told` can be told the rest.
    pub(super) const fn reaches_back_to(&self, told: u64) -> bool {
        told >= self.forgotten
    }

    /// The number of the last change of all.
    pub(super) const fn last(&self) -> u64 {
        self.last
    }

    /// The changes after `told`, in order.
    pub(super) fn after(&self, told: u64) -> impl Iterator<Item = (u64, &Arc<str>)> {
        self.changes.range(told + 1..).map(|(number, user)| (*number, user))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_last_change_of_a_user_is_kept() {
        let mut log = PresenceLog::default();
        let first = log.note(None, "alice".into());
        log.note(None, "bob".into());
        log.note(Some(first), "alice".into());
        let users = |told| log.after(told).map(|(_, user)| user.to_string()).collect::<Vec<_>>();
        assert_eq!(users(0), ["bob", "alice"]);
        assert_eq!(users(2), ["alice"]);
        assert!(users(log.last()).is_empty());
    }

    #[test]
    fn only_so_many_deletions_are_kept() {
        let mut log = PresenceLog::default();
        for n in 0..PresenceLog::MAX_BURIED {
            log.bury(None, n.to_string().into());
        }
        assert!(log.reaches_back_to(0));
        log.bury(None, "one more".into());
        assert!(!log.reaches_back_to(0) && log.reaches_back_to(1));
        assert_eq!(log.after(0).count(), PresenceLog::MAX_BURIED);
    }
}
