//! The smallest set of faults with which a run still fails.
//!
//! Delta debugging (Zeller and Hildebrandt 2002, "Simplifying and Isolating Failure-Inducing
//! Input") by taking parts out: all faults at once, then those of one stage, then ever smaller
//! parts down to single faults, until none can be missed. Then each that is left is made less:
//! half as late, fewer bits. Taking out is tried again after every improvement of that kind.
//!
//! The search knows nothing of runs: it asks whether a set of faults still fails, one trial after
//! the other, and whoever drives it may stop at any time with the best set so far. The same answers
//! lead to the same questions.

mod lesser;
mod shrinker;
mod step;

pub use shrinker::Shrinker;
pub use step::Step;
