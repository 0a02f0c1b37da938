//! What waits to be sent besides flights.

use std::collections::VecDeque;

use crate::dtls::Alert;

/// Application data and alerts that wait to be polled, both bounded.
#[derive(Clone, Debug, Default)]
pub(super) struct Outbox {
    data: VecDeque<Vec<u8>>,
    alerts: VecDeque<Alert>,
}

impl Outbox {
    /// The most datagrams of application data that may wait.
    const MOST: usize = 64;

    /// The most alerts that may wait; another is not sent.
    const MOST_ALERTS: usize = 4;

    /// Adds application data, if there is room.
    pub(super) fn push_data(&mut self, data: &[u8]) -> bool {
        let fits = self.data.len() < Self::MOST;
        if fits {
            self.data.push_back(data.to_vec());
        }
        fits
    }

    /// Adds an alert, to be sent behind everything else.
    pub(super) fn push_alert(&mut self, alert: Alert) {
        if self.alerts.len() < Self::MOST_ALERTS {
            self.alerts.push_back(alert);
        }
    }

    /// Takes the oldest application data.
    pub(super) fn take_data(&mut self) -> Option<Vec<u8>> {
        let data = self.data.pop_front();
        if self.data.is_empty() {
            self.data = VecDeque::new();
        }
        data
    }

    /// Takes the oldest alert.
    pub(super) fn take_alert(&mut self) -> Option<Alert> {
        let alert = self.alerts.pop_front();
        if self.alerts.is_empty() {
            self.alerts = VecDeque::new();
        }
        alert
    }

    /// Forgets the application data.
    pub(super) fn clear_data(&mut self) {
        self.data = VecDeque::new();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_queues_are_bounded() {
        let mut outbox = Outbox::default();
        assert!((0..Outbox::MOST).all(|_| outbox.push_data(&[1])));
        assert!(!outbox.push_data(&[1]));
        (0..10).for_each(|_| outbox.push_alert(Alert::CLOSE_NOTIFY));
        assert_eq!(std::iter::from_fn(|| outbox.take_alert()).count(), Outbox::MOST_ALERTS);
        assert_eq!(std::iter::from_fn(|| outbox.take_data()).count(), Outbox::MOST);
    }
}
