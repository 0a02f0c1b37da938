//! What the views are made of: buttons, fields, cards, banners, rows.
//!
//! Each has an accessible name and can be reached with the keyboard if something can be done with it.

mod avatar;
mod banner;
mod buttons;
mod card;
mod dialog;
mod empty;
mod field;
mod pill;
mod tone;

pub use avatar::avatar;
pub use banner::banner;
pub use buttons::{button, danger, icon_button, primary, toggle};
pub use card::{card, narrow};
pub use dialog::dialog;
pub use empty::empty;
pub use field::Field;
pub use pill::{dot, pill};
pub use tone::Tone;
