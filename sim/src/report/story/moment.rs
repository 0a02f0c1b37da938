//! One line of a story.

use std::fmt;

use roomrtc_core::base::Time;

/// Something worth telling.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Moment {
    /// When, in the world's time.
    pub time: Time,
    /// The name of whoever it is about; empty for the world.
    pub who: String,
    /// What.
    pub what: String,
}

impl fmt::Display for Moment {
    /// `  1.234 s  caller  connected`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let millis = self.time.as_millis();
        let (seconds, millis) = (millis / 1_000, millis % 1_000);
        write!(f, "{seconds:>5}.{millis:03} s  {:<10}  {}", self.who, self.what)
    }
}
