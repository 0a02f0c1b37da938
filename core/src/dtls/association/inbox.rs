//! Events that wait for the owner.

use std::collections::VecDeque;

use crate::dtls::{DropReason, Event};

/// A queue of events, bounded in number and in bytes of application data. What the handshake itself
/// has to say always fits.
#[derive(Clone, Debug, Default)]
pub(super) struct Inbox {
    events: VecDeque<Event>,
    /// Bytes of application data in it.
    size: usize,
}

impl Inbox {
    /// The most events that may wait when another alert or application data comes.
    const MOST: usize = 64;

    /// The most bytes of application data that may wait.
    const LARGEST: usize = 65_536;

    /// Adds an event that must not be lost. There are at most two of them in an association.
    pub(super) fn push(&mut self, event: Event) {
        self.events.push_back(event);
    }

    /// Adds an event that a peer may cause as often as it likes.
    ///
    /// # Errors
    /// Why it is dropped, if there is no room.
    pub(super) fn offer(&mut self, event: Event) -> Result<(), DropReason> {
        let (size, reason) = match &event {
            Event::ApplicationData(data) => (data.len(), DropReason::ApplicationDataOverflow),
            _ => (0, DropReason::AlertOverflow),
        };
        if self.events.len() >= Self::MOST || self.size + size > Self::LARGEST {
            return Err(reason);
        }
        self.size += size;
        self.events.push_back(event);
        Ok(())
    }

    /// Takes the oldest event.
    pub(super) fn take(&mut self) -> Option<Event> {
        let event = self.events.pop_front();
        if let Some(Event::ApplicationData(data)) = &event {
            self.size -= data.len();
        }
        if self.events.is_empty() {
            self.events = VecDeque::new();
        }
        event
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn data_is_bounded_in_number_and_size_but_the_end_always_fits() {
        let mut inbox = Inbox::default();
        let data = |size: usize| Event::ApplicationData(vec![0; size]);
        assert_eq!(inbox.offer(data(65_537)), Err(DropReason::ApplicationDataOverflow));
        assert_eq!(inbox.offer(data(65_536)), Ok(()));
        assert_eq!(inbox.offer(data(1)), Err(DropReason::ApplicationDataOverflow));
        assert!(inbox.take().is_some());
        assert!((0..64).all(|_| inbox.offer(data(1)).is_ok()));
        assert_eq!(inbox.offer(data(1)), Err(DropReason::ApplicationDataOverflow));
        inbox.push(Event::Closed);
        assert_eq!(std::iter::from_fn(|| inbox.take()).last(), Some(Event::Closed));
    }
}
