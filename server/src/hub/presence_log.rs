//! Who changed, in which order.

use std::collections::BTreeMap;
use std::sync::Arc;

/// The last change of every user, numbered. A user stands in it once.
#[derive(Clone, Debug, Default)]
pub(super) struct PresenceLog {
    last: u64,
    changes: BTreeMap<u64, Arc<str>>,
}

impl PresenceLog {
    /// `user`, whose last change was `before`, has changed again: the number of the change.
    pub(super) fn note(&mut self, before: Option<u64>, user: Arc<str>) -> u64 {
        if let Some(before) = before {
            self.changes.remove(&before);
        }
        self.last += 1;
        self.changes.insert(self.last, user);
        self.last
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
}
