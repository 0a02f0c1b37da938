//! A broken rule.

use std::fmt;

use roomrtc_core::base::Time;

use super::Rule;

/// A rule that was broken.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Violation {
    /// What kind of rule it is.
    pub rule: Rule,
    /// The oracle that saw it.
    pub oracle: &'static str,
    /// When, in the world's time.
    pub at: Time,
    /// The host at which it was seen, if it was at one.
    pub host: Option<usize>,
    /// What is wrong.
    pub text: String,
}

impl Violation {
    /// A rule that was broken at `at`.
    pub fn new(rule: Rule, oracle: &'static str, at: Time, text: impl Into<String>) -> Violation {
        Violation { rule, oracle, at, host: None, text: text.into() }
    }

    /// Something grew without bounds.
    pub fn unbounded(at: Time, text: impl Into<String>) -> Violation {
        Violation::new(Rule::Safety, "bounded memory", at, text)
    }

    /// The same, seen at this host.
    #[must_use]
    pub fn at_host(self, host: usize) -> Violation {
        Violation { host: Some(host), ..self }
    }
}

impl fmt::Display for Violation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let who = match self.host {
            Some(0) => " at the caller",
            Some(1) => " at the called",
            _ => "",
        };
        let Violation { rule, oracle, at, text, .. } = self;
        write!(f, "{} ({oracle}) at {at:?}{who}: {text}", rule.name())
    }
}
