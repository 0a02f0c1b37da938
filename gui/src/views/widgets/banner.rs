//! A message across the view.

use eframe::egui::{CornerRadius, Frame, Margin, RichText, Stroke, TextStyle, Ui};

use super::Tone;
use crate::views::theme::Palette;

/// A message across the view, and what can be done about it under it.
pub fn banner(ui: &mut Ui, tone: Tone, text: &str, add_contents: impl FnOnce(&mut Ui)) {
    let palette = Palette::of(ui);
    let colour = tone.colour(palette);
    Frame::new()
        .fill(palette.behind(colour))
        .stroke(Stroke::new(1.0, colour))
        .corner_radius(CornerRadius::same(8))
        .inner_margin(Margin::symmetric(12, 8))
        .show(ui, |ui| {
            ui.set_width(ui.available_width());
            let high = ui.spacing().interact_size.y;
            if !fits(ui, text) {
                // Else the first line would be as high as a button, and the others not.
                ui.spacing_mut().interact_size.y = 0.0;
            }
            ui.horizontal_wrapped(|ui| {
                ui.spacing_mut().interact_size.y = high;
                ui.label(RichText::new(text).color(palette.text));
                add_contents(ui);
            });
        });
}

/// Whether the text is one line.
fn fits(ui: &Ui, text: &str) -> bool {
    let font = TextStyle::Body.resolve(ui.style());
    let line = ui.painter().layout_no_wrap(text.to_owned(), font, ui.visuals().text_color());
    line.size().x <= ui.available_width()
}
