//! The ladder: every packet of a run once, with when and between whom, and what became of it.

mod crossing;
mod fate;
#[expect(clippy::module_inception, reason = "the ladder is what the module is about")]
mod ladder;
mod loss;

pub use crossing::Crossing;
pub use fate::Fate;
pub use ladder::Ladder;
pub use loss::Loss;
