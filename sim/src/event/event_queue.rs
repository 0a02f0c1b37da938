//! The queue of events.

use std::cmp::Reverse;
use std::collections::BinaryHeap;

use roomrtc_core::base::Time;

use super::{Scheduled, WorldEvent};

/// Events by time. Small keys are sorted; the events themselves stay where they are.
#[derive(Clone, Debug, Default)]
pub struct EventQueue {
    keys: BinaryHeap<Reverse<Scheduled>>,
    events: Vec<Option<WorldEvent>>,
    free: Vec<u32>,
    order: u64,
}

impl EventQueue {
    /// Most events that wait. A run that reaches it is out of hand.
    pub const CAPACITY: usize = 1 << 20;

    /// Adds an event that is due at `at`; says whether there was room.
    pub fn push(&mut self, at: Time, event: WorldEvent) -> bool {
        if self.keys.len() >= EventQueue::CAPACITY {
            return false;
        }
        let slot = self.free.pop().unwrap_or(self.events.len() as u32);
        if slot as usize == self.events.len() {
            self.events.push(Some(event));
        } else {
            self.events[slot as usize] = Some(event);
        }
        self.keys.push(Reverse(Scheduled { at, order: self.order, slot }));
        self.order += 1;
        true
    }

    /// When the next event is due.
    pub fn next_at(&self) -> Option<Time> {
        self.keys.peek().map(|Reverse(key)| key.at)
    }

    /// Whether the next event is that a packet comes out of `pipe` at `at`.
    pub fn next_arrives(&self, at: Time, pipe: usize) -> bool {
        let Some(Reverse(key)) = self.keys.peek().filter(|Reverse(key)| key.at == at) else {
            return false;
        };
        let event = self.events[key.slot as usize].as_ref();
        matches!(event, Some(WorldEvent::Arrive { pipe: other, .. }) if *other == pipe)
    }

    /// Takes the next event.
    pub fn pop(&mut self) -> Option<WorldEvent> {
        let Reverse(key) = self.keys.pop()?;
        self.free.push(key.slot);
        self.events[key.slot as usize].take()
    }

    /// How many wait.
    pub fn len(&self) -> usize {
        self.keys.len()
    }

    /// Whether none waits.
    pub fn is_empty(&self) -> bool {
        self.keys.is_empty()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn events_come_by_time_and_then_as_they_were_scheduled() {
        let mut queue = EventQueue::default();
        for (at, index) in [(5, 0), (3, 1), (5, 2), (3, 3)] {
            assert!(queue.push(Time::from_secs(at), WorldEvent::Happening(index)));
        }
        let order = std::iter::from_fn(|| queue.pop()).map(|event| match event {
            WorldEvent::Happening(index) => index,
            other => panic!("{other:?}"),
        });
        assert_eq!(order.collect::<Vec<_>>(), [1, 3, 0, 2]);
        assert!(queue.is_empty());
    }
}
