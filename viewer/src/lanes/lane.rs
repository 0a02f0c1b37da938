//! One state machine of one host, over time.

use roomrtc_core::base::Time;

use super::{Change, LaneKind, Mood};

/// One state machine of one host, over time.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Lane {
    /// The index of the host.
    pub host: usize,
    /// What it shows.
    pub kind: LaneKind,
    changes: Vec<Change>,
}

impl Lane {
    /// Changes that are kept; later ones are left out.
    pub const MOST: usize = 100_000;

    pub(crate) fn new(host: usize, kind: LaneKind) -> Lane {
        Lane { host, kind, changes: Vec::new() }
    }

    /// It is in this state now.
    pub(crate) fn enter(&mut self, time: Time, (name, mood): (&'static str, Mood)) {
        let is_same = self.changes.last().is_some_and(|last| last.name == name);
        if !is_same && self.changes.len() < Lane::MOST {
            self.changes.push(Change { time, name, mood });
        }
    }

    /// It was in this state from `from` to `until`, which is only known now. What was told of the time
    /// since `from` gives way.
    pub(crate) fn enter_between(&mut self, from: Time, until: Time, state: (&'static str, Mood)) {
        let Some(before) = self.changes.last().copied() else { return };
        let begin = from.max(before.time);
        self.enter(begin, state);
        self.enter(until, (before.name, before.mood));
    }

    /// All changes, in the order of time.
    pub fn changes(&self) -> &[Change] {
        &self.changes
    }

    /// The state at `time`; `None` before the first.
    pub fn at(&self, time: Time) -> Option<&Change> {
        let end = self.changes.partition_point(|change| change.time <= time);
        self.changes[..end].last()
    }

    /// The states from `from` to `until`: each with when it ends, if it does before the end.
    pub fn between(
        &self,
        from: Time,
        until: Time,
    ) -> impl Iterator<Item = (&Change, Option<Time>)> {
        let begin = self.changes.partition_point(|change| change.time <= from).saturating_sub(1);
        let end = self.changes.partition_point(|change| change.time <= until);
        (begin.min(end)..end).filter_map(|index| {
            let next = self.changes.get(index + 1).map(|change| change.time);
            self.changes.get(index).map(|change| (change, next))
        })
    }
}
