//! Where a replay first differs.

use std::fmt;

use roomrtc_core::base::Time;

/// Where a replay first differs from what was recorded, and how.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Difference {
    /// The number of the step whose outputs differ, from zero. A step begins with an input.
    pub step: u64,
    /// When it was.
    pub at: Time,
    /// What its input was.
    pub input: &'static str,
    /// How its outputs differ.
    pub detail: String,
}

/// Characters of detail that are printed; a description of a session has thousands.
const MOST_DETAIL: usize = 1_000;

impl fmt::Display for Difference {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "input {} ({}, at {:?}): ", self.step, self.input, self.at)?;
        let detail: String = self.detail.chars().take(MOST_DETAIL).collect();
        f.write_str(&detail)?;
        if detail.len() < self.detail.len() { f.write_str(" …") } else { Ok(()) }
    }
}
