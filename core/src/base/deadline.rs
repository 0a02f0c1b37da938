//! When an engine wants to be called again.

use super::{DeadlineReason, Time};

/// The next moment at which something is due, and what it is.
///
/// Ordered by time first, so the earliest of several is their minimum.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Deadline {
    /// When.
    pub at: Time,
    /// Why.
    pub reason: DeadlineReason,
}

impl Deadline {
    /// A deadline at `at` because of `reason`.
    pub const fn new(at: Time, reason: DeadlineReason) -> Deadline {
        Deadline { at, reason }
    }

    /// The earlier of two optional deadlines.
    pub fn earlier(a: Option<Deadline>, b: Option<Deadline>) -> Option<Deadline> {
        match (a, b) {
            (Some(a), Some(b)) => Some(a.min(b)),
            (a, b) => a.or(b),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_earlier_of_two_is_taken() {
        let soon = Deadline::new(Time::from_millis(1), DeadlineReason::IceCheck);
        let late = Deadline::new(Time::from_millis(2), DeadlineReason::DtlsRetransmission);
        assert_eq!(Deadline::earlier(Some(late), Some(soon)), Some(soon));
        assert_eq!(Deadline::earlier(None, Some(late)), Some(late));
        assert_eq!(Deadline::earlier(None, None), None);
    }
}
