//! Calls that were missed while logins were under way.

use std::collections::VecDeque;

use roomrtc_core::signaling::MissedCall;

use super::OperationId;
use super::fresh_missed_call::FreshMissedCall;

/// Workers finish in any order: a login may have read what was missed before the last of it was
/// kept, and be told after that. So what was kept is remembered as long as an operation is under
/// way that was begun before.
#[derive(Clone, Debug, Default)]
pub(super) struct FreshMissedCalls {
    calls: VecDeque<FreshMissedCall>,
}

impl FreshMissedCalls {
    /// Most that are remembered; the oldest go first. They are told at the login after.
    const MOST: usize = 4096;

    /// `callee`, who is not there, has missed a call; `next` is the next operation to be begun.
    pub(super) fn note(&mut self, next: OperationId, callee: &str, missed: MissedCall) {
        if self.calls.len() == FreshMissedCalls::MOST {
            self.calls.pop_front();
        }
        self.calls.push_back(FreshMissedCall { next, callee: callee.into(), missed });
    }

    /// What `callee` has missed of late.
    pub(super) fn of(&self, callee: &str) -> impl Iterator<Item = MissedCall> {
        let theirs = self.calls.iter().filter(move |fresh| *fresh.callee == *callee);
        theirs.map(|fresh| fresh.missed.clone())
    }

    /// The account is gone, and with it what it missed.
    pub(super) fn forget_user(&mut self, callee: &str) {
        self.calls.retain(|fresh| *fresh.callee != *callee);
    }

    /// Forgets what every login to come knows; `oldest` is the oldest operation under way.
    pub(super) fn forget(&mut self, oldest: Option<OperationId>) {
        while self.calls.front().is_some_and(|fresh| oldest.is_none_or(|it| fresh.next <= it)) {
            self.calls.pop_front();
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn missed(number: u64) -> MissedCall {
        MissedCall { user: "bob".into(), at: 7, number, name: None }
    }

    #[test]
    fn a_call_is_remembered_as_long_as_an_older_operation_is_under_way() {
        let mut fresh = FreshMissedCalls::default();
        fresh.note(OperationId(3), "alice", missed(1));
        fresh.note(OperationId(4), "carol", missed(1));
        for (oldest, count) in [(2, 1), (3, 0)] {
            fresh.forget(Some(OperationId(oldest)));
            assert_eq!(fresh.of("alice").count(), count, "{oldest}");
        }
        assert_eq!(fresh.of("carol").count(), 1);
        fresh.note(OperationId(4), "alice", missed(2));
        fresh.forget_user("alice");
        assert_eq!(fresh.of("alice").count(), 0);
        fresh.forget(None);
        assert_eq!(fresh.of("carol").count(), 0);
    }

    #[test]
    fn no_more_than_so_many_are_remembered() {
        let mut fresh = FreshMissedCalls::default();
        for number in 0..5_000 {
            fresh.note(OperationId(1), "alice", missed(number));
        }
        assert_eq!(fresh.of("alice").count(), FreshMissedCalls::MOST);
        assert_eq!(fresh.of("alice").last(), Some(missed(4_999)));
    }
}
