//! What is measured, row by row: of every server in turn.

mod attacks;
mod failure;
mod figures;
mod logins;
mod memory;
mod presence;
mod relays;
mod subject;
mod turns;

pub use subject::Subject;
pub use turns::rows;
