//! The safety number.

use eframe::egui::{Align, Layout, RichText, Ui, vec2};

use crate::desktop::{Action, CurrentCall, PeerKey};
use crate::safety_number::{SafetyEmoji, SafetyNumber};
use crate::views::Scene;
use crate::views::theme::{Palette, space};
use crate::views::widgets::{Tone, banner, button, primary};

/// How many pictures stand in a row.
const IN_ROW: usize = 4;

/// Shows what both can read to each other.
pub(super) fn show(ui: &mut Ui, scene: &mut Scene<'_>) {
    let Some(call) = &scene.desktop.call else {
        ui.label(scene.text("safety-no-call", &[]));
        return;
    };
    key(ui, scene, call);
    let Some(number) = call.safety_number else {
        ui.label(scene.text("safety-pending", &[]));
        return;
    };
    let palette = Palette::of(ui);
    ui.label(RichText::new(scene.text("safety-explanation", &[])).color(palette.weak));
    ui.add_space(space::APART);
    pictures(ui, scene, &number);
    ui.add_space(space::CLOSE);
    let digits = scene.text("safety-digits", &[("digits", number.digits().into())]);
    ui.label(RichText::new(digits).monospace());
    ui.add_space(space::APART);
    ui.horizontal_wrapped(|ui| buttons(ui, scene, call));
}

/// What is known of the other side's key.
fn key(ui: &mut Ui, scene: &Scene<'_>, call: &CurrentCall) {
    let tone = match call.peer_key {
        PeerKey::Changed { .. } => Tone::Bad,
        PeerKey::Confirmed => Tone::Good,
        PeerKey::Unknown | PeerKey::Fleeting | PeerKey::First | PeerKey::Same => Tone::Plain,
    };
    banner(ui, tone, &scene.texts.peer_key(call.name(), call.peer_key), |_| ());
    ui.add_space(space::CLOSE);
}

fn pictures(ui: &mut Ui, scene: &Scene<'_>, number: &SafetyNumber) {
    let width = (ui.available_width() / IN_ROW as f32 - 8.0).max(48.0);
    for row in number.emoji().chunks(IN_ROW) {
        ui.horizontal(|ui| {
            for emoji in row {
                picture(ui, scene, width, *emoji);
            }
        });
    }
}

fn picture(ui: &mut Ui, scene: &Scene<'_>, width: f32, emoji: SafetyEmoji) {
    let palette = Palette::of(ui);
    let size = vec2(width, 66.0);
    ui.allocate_ui_with_layout(size, Layout::top_down(Align::Center), |ui| {
        ui.set_min_size(size);
        ui.label(RichText::new(emoji.symbol).size(32.0));
        let name = scene.texts.safety_emoji(emoji);
        ui.label(RichText::new(name).size(13.0).color(palette.weak));
    });
}

fn buttons(ui: &mut Ui, scene: &mut Scene<'_>, call: &CurrentCall) {
    let can_confirm =
        matches!(call.peer_key, PeerKey::First | PeerKey::Same | PeerKey::Changed { .. });
    if can_confirm && primary(ui, true, &scene.text("safety-confirm", &[])).clicked() {
        scene.act(Action::ConfirmSafetyNumber);
    }
    if button(ui, true, &scene.text("action-copy", &[])).clicked() {
        scene.act(Action::CopySafetyNumber);
    }
}
