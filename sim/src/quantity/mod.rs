//! Quantities as people write them: `20 ms`, `5 %`, `1 Mbit/s`, `64 KiB`.
//!
//! Each is an integer of its base unit, so that what is decided with it is the same on every
//! machine. Texts are read and written without floating point, and what is written is read back to
//! the same quantity. Where a format has numbers of its own (TOML, JSON), a plain number stands for
//! the unit that each type names. Negative quantities are left out: none of ours can be.

mod bit_rate;
mod decimal;
#[expect(clippy::module_inception, reason = "a quantity is what the module is about")]
mod quantity;
mod quantity_error;
mod quantity_visitor;
mod share;
mod size;
mod span;
mod textual;

pub use bit_rate::BitRate;
pub use quantity::Quantity;
pub use quantity_error::QuantityError;
pub use share::Share;
pub use size::Size;
pub use span::Span;
