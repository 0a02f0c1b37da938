//! Kinds of rules.

/// A kind of rule, by what it means if it is broken.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Rule {
    /// Something happened that never may. The run ends there.
    Safety,
    /// More was done than needed.
    Economy,
    /// What had to come about did not.
    Liveness,
    /// A figure of the scenario is out of its bounds.
    Expectation,
}

impl Rule {
    /// A word for it.
    pub const fn name(self) -> &'static str {
        match self {
            Rule::Safety => "safety",
            Rule::Economy => "economy",
            Rule::Liveness => "liveness",
            Rule::Expectation => "expectation",
        }
    }
}
