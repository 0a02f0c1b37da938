//! Running a scenario so that a crash is an outcome like any other.

mod attempt;
mod crash;
mod ending;
mod panics;

pub(crate) use attempt::attempt;
pub(crate) use crash::Crash;
pub(crate) use ending::Ending;
pub(crate) use panics::quieten_panics;
