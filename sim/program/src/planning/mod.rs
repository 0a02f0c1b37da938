//! From what was asked for to scenarios that can be run.

mod plan;
mod source;

pub(crate) use plan::Plan;
pub(crate) use source::Source;
