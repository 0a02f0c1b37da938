//! What a run comes to.

use crate::oracle::{Rule, Violation};

/// What a run comes to, the worst of what was found.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Verdict {
    /// Everything held.
    Held,
    /// Something took more, or came to less, than the scenario allows.
    Missed,
    /// What had to come about did not.
    NotLive,
    /// Something happened that never may.
    Unsafe,
}

impl Verdict {
    /// What these violations come to.
    pub fn of(violations: &[Violation]) -> Verdict {
        let worst = |violation: &Violation| match violation.rule {
            Rule::Safety => Verdict::Unsafe,
            Rule::Liveness => Verdict::NotLive,
            Rule::Economy | Rule::Expectation => Verdict::Missed,
        };
        violations.iter().map(worst).max().unwrap_or(Verdict::Held)
    }

    /// What it is called.
    pub const fn name(self) -> &'static str {
        match self {
            Verdict::Held => "held",
            Verdict::Missed => "missed what was expected",
            Verdict::NotLive => "not live",
            Verdict::Unsafe => "unsafe",
        }
    }
}
