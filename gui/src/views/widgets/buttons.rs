//! Buttons.

use eframe::egui::{Button, Color32, Response, RichText, Stroke, Ui, Vec2};

use crate::views::theme::Palette;

/// The button for what to do next; at most one of a group.
pub fn primary(ui: &mut Ui, is_enabled: bool, text: &str) -> Response {
    let palette = Palette::of(ui);
    filled(ui, is_enabled, palette.accent, palette.on_accent, text)
}

/// The button for the end of something.
pub fn danger(ui: &mut Ui, is_enabled: bool, text: &str) -> Response {
    let palette = Palette::of(ui);
    filled(ui, is_enabled, palette.bad, palette.surface, text)
}

/// Any other button.
pub fn button(ui: &mut Ui, is_enabled: bool, text: &str) -> Response {
    ui.add_enabled(is_enabled, Button::new(text))
}

/// A button that is on or off.
pub fn toggle(ui: &mut Ui, is_on: bool, text: &str) -> Response {
    ui.add(Button::selectable(is_on, text))
}

/// A button with a sign in the place of words; `name` is its name, shown when the pointer rests on it.
pub fn icon_button(ui: &mut Ui, is_on: bool, icon: &str, name: &str) -> Response {
    let palette = Palette::of(ui);
    let (fill, colour) = if is_on {
        (palette.behind(palette.accent), palette.accent)
    } else {
        (palette.control, palette.text)
    };
    let button = Button::new(RichText::new(icon).size(18.0).color(colour))
        .fill(fill)
        .min_size(Vec2::splat(36.0));
    ui.add(button).accessible_name(name).on_hover_text(name)
}

fn filled(ui: &mut Ui, is_enabled: bool, fill: Color32, colour: Color32, text: &str) -> Response {
    let button = Button::new(RichText::new(text).color(colour).strong())
        .fill(fill)
        .stroke(Stroke::new(1.0, fill));
    ui.add_enabled(is_enabled, button)
}
