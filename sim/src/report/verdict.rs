//! How a run ended.

/// How a run ended: the gravest of what was broken decides.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Verdict {
    /// Every oracle held.
    Held,
    /// Something was done too often, or a stated number was missed.
    BoundsBroken,
    /// Something did not happen that had to.
    LivenessBroken,
    /// Something happened that must never happen.
    SafetyBroken,
}

impl Verdict {
    /// Its name in JSON and in texts.
    pub fn name(self) -> &'static str {
        match self {
            Verdict::Held => "held",
            Verdict::BoundsBroken => "bounds broken",
            Verdict::LivenessBroken => "liveness broken",
            Verdict::SafetyBroken => "safety broken",
        }
    }
}
