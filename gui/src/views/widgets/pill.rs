//! A word or two in a rounded frame.

use eframe::egui::{CornerRadius, Frame, Margin, Response, RichText, Sense, Ui, Vec2};

use super::Tone;
use crate::views::theme::Palette;

/// A word or two in a rounded frame, with a dot of its tone.
pub fn pill(ui: &mut Ui, tone: Tone, text: &str) -> Response {
    let palette = Palette::of(ui);
    let colour = tone.colour(palette);
    Frame::new()
        .fill(palette.behind(colour))
        .corner_radius(CornerRadius::same(u8::MAX))
        .inner_margin(Margin::symmetric(10, 4))
        .show(ui, |ui| {
            ui.spacing_mut().interact_size.y = 0.0;
            let text = RichText::new(text).size(13.0).color(palette.text);
            ui.horizontal(|ui| {
                if ui.layout().prefer_right_to_left() {
                    ui.label(text);
                    dot(ui, tone);
                } else {
                    dot(ui, tone);
                    ui.label(text);
                }
            });
        })
        .response
}

/// A dot of a tone, for the eye only.
pub fn dot(ui: &mut Ui, tone: Tone) {
    let colour = tone.colour(Palette::of(ui));
    let (place, _) = ui.allocate_exact_size(Vec2::splat(10.0), Sense::hover());
    ui.painter().circle_filled(place.center(), 4.5, colour);
}
