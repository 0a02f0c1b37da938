//! What stands where there is nothing yet.

use eframe::egui::{RichText, Ui};

use crate::views::theme::{Palette, space};

/// Says that there is nothing yet, and what to do about it.
pub fn empty(ui: &mut Ui, title: &str, advice: &str) {
    let palette = Palette::of(ui);
    ui.add_space(space::FAR);
    ui.vertical_centered(|ui| {
        ui.label(RichText::new(title).size(17.0).strong());
        ui.label(RichText::new(advice).color(palette.weak));
    });
    ui.add_space(space::FAR);
}
