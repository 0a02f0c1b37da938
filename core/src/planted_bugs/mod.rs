//! Deliberate bugs, for the test of the tests: the simulator must catch every one of them.
//!
//! Each is a mistake that an engineer could make, planted where it would be made, as one condition
//! that asks `is_planted`. Without the feature `planted-bugs` that is a constant `false`, so that
//! the compiler leaves no trace of it. With the feature at most one bug at a time is planted, by
//! whoever holds a `Planting`. No program has the feature.

mod planted_bug;
#[cfg(feature = "planted-bugs")]
mod planting;

pub use planted_bug::PlantedBug;
#[cfg(feature = "planted-bugs")]
pub use planting::Planting;
#[cfg(feature = "planted-bugs")]
pub(crate) use planting::is_planted;

/// Whether a bug is planted: never, without the feature.
#[cfg(not(feature = "planted-bugs"))]
pub(crate) const fn is_planted(_: PlantedBug) -> bool {
    false
}
