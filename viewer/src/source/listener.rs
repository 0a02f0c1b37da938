//! Who is told a run.

use std::ops::ControlFlow;

use super::Told;

/// Who is told a run.
pub trait Listener {
    /// Hears what comes next, in the order of time. `Break` ends the telling.
    fn hear(&mut self, told: Told<'_>) -> ControlFlow<()>;
}
