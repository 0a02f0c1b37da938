//! What was measured.

mod figure;
#[expect(clippy::module_inception, reason = "rows are what the module is about")]
mod row;

pub use figure::Figure;
pub use row::Row;
