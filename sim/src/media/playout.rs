//! What a viewer sees.

use std::time::Duration;

use roomrtc_core::base::Time;

/// Delays and freezes of the pictures that were shown.
///
/// A freeze is what W3C's `freezeCount` counts: a gap between two pictures of more than three times
/// the mean gap, and of at least 150 ms more than it.
#[derive(Clone, Debug, Default)]
pub struct Playout {
    /// From capture to release of every picture shown, in microseconds, in their order.
    pub delays: Vec<u32>,
    /// How many freezes there were.
    pub freezes: u64,
    /// How long they took together.
    pub frozen: Duration,
    /// The longest gap between two pictures shown.
    pub longest_gap: Duration,
    /// When the first picture was shown.
    pub first_shown: Option<Time>,
    /// When the last picture was shown.
    pub last_shown: Option<Time>,
}

impl Playout {
    /// Most delays that are kept: ten hours of 30 pictures a second.
    const MOST_DELAYS: usize = 1 << 20;

    /// A picture that was captured at `captured` is shown at `now`; `interval` is the camera's.
    pub(super) fn show(&mut self, now: Time, captured: Time, interval: Duration) {
        let delay = (now - captured).as_micros();
        if self.delays.len() < Playout::MOST_DELAYS {
            self.delays.push(u32::try_from(delay).unwrap_or(u32::MAX));
        }
        self.first_shown.get_or_insert(now);
        if let Some(last) = self.last_shown.replace(now) {
            self.note_gap(now - last, interval);
        }
    }

    fn note_gap(&mut self, gap: Duration, interval: Duration) {
        self.longest_gap = self.longest_gap.max(gap);
        if gap > (interval * 3).max(interval + Duration::from_millis(150)) {
            self.freezes += 1;
            self.frozen += gap;
        }
    }
}
