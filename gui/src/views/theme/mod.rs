//! The look: colours, type sizes and spacing of both themes.
//!
//! One accent colour; everything else is grey, but for what is well, doubtful or wrong. Which theme is
//! shown is the desktop's setting; [`apply`] hands both to egui, once.

mod palette;
mod style;

pub use palette::Palette;
pub use style::{apply, space};
