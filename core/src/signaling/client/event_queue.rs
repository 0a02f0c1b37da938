//! The events that wait for the application.

use std::collections::VecDeque;

use super::Event;

/// A bounded queue of events. [`Event::UsersChanged`] is in it at most once.
#[derive(Clone, Debug, Default)]
pub(super) struct EventQueue {
    events: VecDeque<Event>,
    users_changed: bool,
    dropped: u64,
}

impl EventQueue {
    /// Most events that wait. A call that stands needs a few dozen.
    const MAX: usize = 256;

    /// Adds an event; drops and counts it if too many wait.
    pub(super) fn push(&mut self, event: Event) {
        let is_users_changed = event == Event::UsersChanged;
        if is_users_changed && self.users_changed {
            return;
        }
        if self.events.len() == EventQueue::MAX {
            self.dropped += 1;
            return;
        }
        self.users_changed |= is_users_changed;
        self.events.push_back(event);
    }

    /// The oldest event.
    pub(super) fn pop(&mut self) -> Option<Event> {
        let event = self.events.pop_front()?;
        if event == Event::UsersChanged {
            self.users_changed = false;
        }
        Some(event)
    }

    /// Events dropped because nobody took them.
    pub(super) const fn dropped(&self) -> u64 {
        self.dropped
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_nobody_takes_is_dropped_and_counted() {
        let mut queue = EventQueue::default();
        (0..EventQueue::MAX + 3).for_each(|_| queue.push(Event::LoggedOut));
        assert_eq!(queue.dropped(), 3);
        assert_eq!(std::iter::from_fn(|| queue.pop()).count(), EventQueue::MAX);
    }

    #[test]
    fn many_changes_of_users_are_one_event() {
        let mut queue = EventQueue::default();
        queue.push(Event::UsersChanged);
        queue.push(Event::UsersChanged);
        assert_eq!(queue.pop(), Some(Event::UsersChanged));
        assert_eq!(queue.pop(), None);
        queue.push(Event::UsersChanged);
        assert_eq!(queue.pop(), Some(Event::UsersChanged));
    }
}
