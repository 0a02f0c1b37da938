//! How long sessions and invitations last.

use std::time::Duration;

/// When what was granted ends by itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Lifetimes {
    /// How long a session can be resumed after it began or was resumed last.
    pub session: Duration,
    /// How long guests can enter by an invitation. Their sessions end with it.
    pub invitation: Duration,
}

impl Default for Lifetimes {
    /// 30 days and 24 hours.
    fn default() -> Lifetimes {
        let day = Duration::from_secs(24 * 60 * 60);
        Lifetimes { session: 30 * day, invitation: day }
    }
}
