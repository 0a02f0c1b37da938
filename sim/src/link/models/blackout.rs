//! Times in which nothing passes.

use roomrtc_core::base::Time;
use serde::{Deserialize, Serialize};

use crate::quantity::Span;

/// Nothing passes from one time until another, once or again and again. On one pipe of two it
/// is a partition in one direction.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Blackout {
    /// When it begins, since the world began.
    #[serde(default)]
    pub from: Span,
    /// When it ends, since the world began; never if not given.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub until: Option<Span>,
    /// How long after its beginning it begins again; once if not given.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub every: Option<Span>,
}

impl Blackout {
    /// Nothing ever passes.
    pub const ALWAYS: Blackout = Blackout { from: Span::ZERO, until: None, every: None };

    /// Nothing passes between these times.
    pub const fn between(from: Span, until: Span) -> Blackout {
        Blackout { from, until: Some(until), every: None }
    }

    /// Whether nothing passes at this time.
    pub fn is_dark(&self, at: Time) -> bool {
        let Some(since) = at.as_nanos().checked_sub(self.from.as_nanos()) else { return false };
        let Some(until) = self.until else { return true };
        let lasts = until.as_nanos().saturating_sub(self.from.as_nanos());
        let phase = match self.every.map(Span::as_nanos) {
            Some(every) if every > 0 => since % every,
            _ => since,
        };
        phase < lasts
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The milliseconds of the first twenty in which nothing passes.
    fn dark(blackout: &Blackout) -> Vec<u64> {
        (0..20).filter(|millis| blackout.is_dark(Time::from_millis(*millis))).collect()
    }

    #[test]
    fn windows_open_and_close_to_the_nanosecond() {
        let once = Blackout::between(Span::millis(3), Span::millis(5));
        assert_eq!(dark(&once), [3, 4]);
        assert!(once.is_dark(Time::from_nanos(4_999_999)));
        assert!(!once.is_dark(Time::from_nanos(2_999_999)));
        let again = Blackout { every: Some(Span::millis(8)), ..once };
        assert_eq!(dark(&again), [3, 4, 11, 12, 19]);
        assert_eq!(dark(&Blackout { from: Span::millis(18), ..Blackout::ALWAYS }), [18, 19]);
        assert_eq!(dark(&Blackout::between(Span::millis(5), Span::millis(3))), [0_u64; 0]);
    }
}
