//! Where a search is.

use std::fmt;

/// What the search for fewer faults tries next.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// All faults as they were: the run must fail by them alone.
    Confirm,
    /// No fault at all.
    Nothing,
    /// Without the faults of one stage of one pipe, or without one happening.
    Group {
        /// Which of the stages.
        index: usize,
    },
    /// Without one of so many equal parts.
    Part {
        /// How many parts.
        parts: usize,
        /// Which of them.
        index: usize,
        /// Whether one could be missed since the first of them was tried.
        has_improved: bool,
    },
    /// With one fault made less.
    Lessen {
        /// Which fault.
        index: usize,
        /// Which of the ways to make it less.
        way: usize,
        /// Whether one could be made less since the first of them was tried.
        has_improved: bool,
    },
    /// Nothing more.
    Done,
}

impl Step {
    /// The step after one at which the run still failed, with so many faults left.
    pub(super) fn after_success(self, left: usize) -> Step {
        match self {
            Step::Confirm => Step::Nothing,
            Step::Nothing | Step::Done => Step::Done,
            Step::Group { index } => Step::Group { index },
            Step::Part { parts, index, .. } => Step::Part {
                parts: parts.saturating_sub(1).clamp(1, left.max(1)),
                index,
                has_improved: true,
            },
            Step::Lessen { index, .. } => Step::Lessen { index, way: 0, has_improved: true },
        }
    }

    /// The step after one at which the run did not fail.
    pub(super) fn after_failure(self) -> Step {
        match self {
            Step::Confirm | Step::Done => Step::Done,
            Step::Nothing => Step::Group { index: 0 },
            Step::Group { index } => Step::Group { index: index + 1 },
            Step::Part { parts, index, has_improved } => {
                Step::Part { parts, index: index + 1, has_improved }
            }
            Step::Lessen { index, way, has_improved } => {
                Step::Lessen { index, way: way + 1, has_improved }
            }
        }
    }

    /// The step after one at which there is nothing to try, with so many faults left.
    pub(super) fn after_end(self, left: usize) -> Step {
        match self {
            Step::Group { .. } => Step::Part { parts: 2.min(left), index: 0, has_improved: false },
            Step::Part { parts, .. } if parts < left => {
                Step::Part { parts: (parts * 2).clamp(1, left), index: 0, has_improved: false }
            }
            Step::Part { has_improved: true, .. } => {
                Step::Part { parts: left, index: 0, has_improved: false }
            }
            Step::Part { .. } => Step::Lessen { index: 0, way: 0, has_improved: false },
            Step::Lessen { index, has_improved, .. } if index + 1 < left => {
                Step::Lessen { index: index + 1, way: 0, has_improved }
            }
            Step::Lessen { has_improved: true, .. } => {
                Step::Part { parts: left, index: 0, has_improved: false }
            }
            _ => Step::Done,
        }
    }
}

impl fmt::Display for Step {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Step::Confirm => f.write_str("confirming that the faults alone make it fail"),
            Step::Nothing => f.write_str("trying without any fault"),
            Step::Group { .. } => f.write_str("taking out stage after stage"),
            Step::Part { parts, .. } => write!(f, "taking out one part of {parts}"),
            Step::Lessen { .. } => f.write_str("making faults less"),
            Step::Done => f.write_str("done"),
        }
    }
}
