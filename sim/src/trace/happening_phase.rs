//! Whether a happening begins, ends, or has no length.

/// Whether a happening begins, ends, or has no length.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum HappeningPhase {
    /// It begins and lasts until the end of the same name at the same place.
    Begins,
    /// It ends.
    Ends,
    /// It happens in a moment.
    Occurs,
}

impl HappeningPhase {
    /// Its name in the text of a trace.
    pub fn name(self) -> &'static str {
        match self {
            HappeningPhase::Begins => "begins",
            HappeningPhase::Ends => "ends",
            HappeningPhase::Occurs => "occurs",
        }
    }
}
