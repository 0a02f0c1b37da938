//! Letters on a picture.

use super::glyphs;
use crate::picture::Colour;
use crate::picture::{Picture, Rectangle};

/// Samples that a text of so many letters takes at this scale.
pub(super) fn width(letters: usize, scale: usize) -> usize {
    letters * (glyphs::COLUMNS + 1) * scale
}

/// Writes white letters whose dots are `scale` samples wide, from the left top corner `at`
/// (column, row).
pub(super) fn draw(text: &str, at: (usize, usize), scale: usize, picture: &mut Picture) {
    for (index, letter) in text.chars().enumerate() {
        let left = at.0 + width(index, scale);
        for (row, dots) in glyphs::rows(letter).into_iter().enumerate() {
            for column in (0..glyphs::COLUMNS).filter(|column| dots >> (4 - column) & 1 == 1) {
                let (left, top) = (left + column * scale, at.1 + row * scale);
                let dot = Rectangle { left, top, width: scale, height: scale };
                picture.fill_rectangle(dot, Colour::WHITE);
            }
        }
    }
}
