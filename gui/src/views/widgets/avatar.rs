//! A person's initial.

use eframe::egui::{Align2, FontId, Sense, Ui, Vec2};

use crate::views::theme::Palette;

/// Draws the initial of a name in a circle of `size` points. For the eye only: the name stands beside it.
pub fn avatar(ui: &mut Ui, size: f32, name: &str) {
    let palette = Palette::of(ui);
    let (place, _) = ui.allocate_exact_size(Vec2::splat(size), Sense::hover());
    let initial = name.chars().next().map(|first| first.to_uppercase().to_string());
    let painter = ui.painter();
    painter.circle_filled(place.center(), size / 2.0, palette.behind(palette.accent));
    painter.text(
        place.center(),
        Align2::CENTER_CENTER,
        initial.unwrap_or_default(),
        FontId::proportional(size * 0.46),
        palette.accent,
    );
}
