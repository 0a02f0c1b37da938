//! Sessions that have ended while operations were under way.

use std::collections::BTreeMap;

use super::{OperationId, SessionId};

/// Workers finish in any order: a login may be told after the end of its session. A session that
/// has ended is remembered as long as an operation is under way that was begun before.
#[derive(Clone, Debug, Default)]
pub(super) struct Revocations {
    /// By session, the first operation that knows of its end.
    ended: BTreeMap<SessionId, OperationId>,
}

impl Revocations {
    /// `session` has ended; `next` is the next operation to be begun.
    pub(super) fn note(&mut self, session: SessionId, next: OperationId) {
        self.ended.insert(session, next);
    }

    /// Whether `session` has ended.
    pub(super) fn has_ended(&self, session: SessionId) -> bool {
        self.ended.contains_key(&session)
    }

    /// Forgets what no operation can bring up any more; `oldest` is the oldest that is under way.
    pub(super) fn forget(&mut self, oldest: Option<OperationId>) {
        self.ended.retain(|_, next| oldest.is_some_and(|oldest| oldest < *next));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_end_is_remembered_as_long_as_an_older_operation_is_under_way() {
        let mut revocations = Revocations::default();
        revocations.note(SessionId(7), OperationId(3));
        for (oldest, is_known) in [(1, true), (2, true), (3, false)] {
            revocations.forget(Some(OperationId(oldest)));
            assert_eq!(revocations.has_ended(SessionId(7)), is_known, "{oldest}");
        }
        revocations.note(SessionId(7), OperationId(3));
        revocations.forget(None);
        assert!(!revocations.has_ended(SessionId(7)));
    }
}
