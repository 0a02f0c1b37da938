//! What an oracle found, before it is known when and where.

use super::Rule;

/// A rule that was broken, as its oracle tells it. Small, so that the way without one is cheap.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Breach(Box<(Rule, &'static str, String)>);

impl Breach {
    /// A breach of a rule of safety, found by `oracle`.
    #[cold]
    pub(super) fn new(oracle: &'static str, text: impl Into<String>) -> Breach {
        Breach(Box::new((Rule::Safety, oracle, text.into())))
    }

    /// More was done than needed.
    #[cold]
    pub(super) fn waste(oracle: &'static str, text: impl Into<String>) -> Breach {
        Breach(Box::new((Rule::Economy, oracle, text.into())))
    }

    /// What had to come about did not.
    #[cold]
    pub(super) fn lack(oracle: &'static str, text: impl Into<String>) -> Breach {
        Breach(Box::new((Rule::Liveness, oracle, text.into())))
    }

    /// The kind of rule, the oracle's name, and what it says.
    pub(super) fn into_parts(self) -> (Rule, &'static str, String) {
        *self.0
    }
}
