//! How good or bad something is.

use eframe::egui::Color32;

use crate::views::theme::Palette;

/// How good or bad something is. Never told by its colour alone: words stand beside it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tone {
    /// Neither.
    Plain,
    /// What to do next, or what goes on.
    Accent,
    /// All is well.
    Good,
    /// Worth a look.
    Doubtful,
    /// Wrong.
    Bad,
}

impl Tone {
    /// Its colour.
    pub fn colour(self, palette: Palette) -> Color32 {
        match self {
            Self::Plain => palette.weak,
            Self::Accent => palette.accent,
            Self::Good => palette.good,
            Self::Doubtful => palette.doubtful,
            Self::Bad => palette.bad,
        }
    }
}
