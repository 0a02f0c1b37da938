//! Round trips of checks.

use std::time::Duration;

/// The round-trip time of a pair, measured by connectivity and consent checks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RoundTripTime {
    /// Smoothed by 1/8 of each new sample, RFC 6298 section 2.
    pub smoothed: Duration,
    /// The last sample.
    pub last: Duration,
}

impl RoundTripTime {
    /// What is known after one more sample.
    pub(super) fn after(before: Option<RoundTripTime>, sample: Duration) -> RoundTripTime {
        let smoothed = before.map_or(sample, |before| (before.smoothed * 7 + sample) / 8);
        RoundTripTime { smoothed, last: sample }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn samples_are_smoothed() {
        let first = RoundTripTime::after(None, Duration::from_millis(80));
        assert_eq!(first.smoothed, Duration::from_millis(80));
        let second = RoundTripTime::after(Some(first), Duration::from_millis(160));
        assert_eq!(second.smoothed, Duration::from_millis(90));
        assert_eq!(second.last, Duration::from_millis(160));
    }
}
