//! Planting a bug for a while.

use std::cell::Cell;
use std::marker::PhantomData;

use super::PlantedBug;

thread_local! {
    /// The bug that is planted. It belongs to the thread, so that tests that run side by side do
    /// not see each other's; and a core never leaves the thread that drives it in a simulation. A
    /// setting of each engine would have to be handed through all of them for a test's sake.
    static PLANTED: Cell<Option<PlantedBug>> = const { Cell::new(None) };
}

/// Whether `bug` is planted in this thread.
pub(crate) fn is_planted(bug: PlantedBug) -> bool {
    PLANTED.get() == Some(bug)
}

/// As long as it lives, a bug is planted in the thread that made it; what was planted before is
/// then planted again. It stays in its thread.
#[derive(Debug)]
#[must_use]
pub struct Planting {
    before: Option<PlantedBug>,
    thread: PhantomData<*const ()>,
}

impl Planting {
    /// Plants `bug`; or, for `None`, plants nothing.
    pub fn new(bug: Option<PlantedBug>) -> Planting {
        Planting { before: PLANTED.replace(bug), thread: PhantomData }
    }
}

impl Drop for Planting {
    fn drop(&mut self) {
        PLANTED.set(self.before);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_bug_is_planted_as_long_as_its_guard_lives() {
        let first = PlantedBug::NeverNominate;
        assert!(!is_planted(first));
        let outer = Planting::new(Some(first));
        assert!(is_planted(first));
        let inner = Planting::new(None);
        assert!(!is_planted(first));
        drop(inner);
        assert!(is_planted(first));
        drop(outer);
        assert!(!is_planted(first));
    }
}
