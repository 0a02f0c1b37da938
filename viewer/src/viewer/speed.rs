//! How fast time passes.

use std::fmt;
use std::time::Duration;

/// How fast the time of the world passes while it is played, in thousandths of real time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Speed(u32);

impl Speed {
    /// Those there are, the slowest first.
    pub const ALL: [Speed; 9] = [
        Speed(1),
        Speed(10),
        Speed(50),
        Speed(100),
        Speed(250),
        Speed(500),
        Speed(1_000),
        Speed(2_000),
        Speed(10_000),
    ];

    /// As fast as it was.
    pub const REAL: Speed = Speed(1_000);

    /// The time of the world that passes in so much real time.
    pub fn of(self, real: Duration) -> Duration {
        real * self.0 / 1_000
    }

    /// The next faster one, if there is one.
    pub fn faster(self) -> Speed {
        Speed::ALL.into_iter().find(|speed| *speed > self).unwrap_or(self)
    }

    /// The next slower one, if there is one.
    pub fn slower(self) -> Speed {
        Speed::ALL.into_iter().rev().find(|speed| *speed < self).unwrap_or(self)
    }
}

impl Default for Speed {
    fn default() -> Speed {
        Speed::REAL
    }
}

impl fmt::Display for Speed {
    /// `1×`, `0.05×`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let text = format!("{}.{:03}", self.0 / 1_000, self.0 % 1_000);
        write!(f, "{}×", text.trim_end_matches('0').trim_end_matches('.'))
    }
}
