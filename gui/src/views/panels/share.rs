//! What is sent in a call.

use eframe::egui::{RichText, Ui};

use super::devices;
use crate::desktop::{Action, SourceChoice};
use crate::views::Scene;
use crate::views::theme::{Palette, space};
use crate::views::widgets::{button, primary};

/// Shows what can be sent: another camera, the screen, a window.
pub(super) fn show(ui: &mut Ui, scene: &mut Scene<'_>) {
    let palette = Palette::of(ui);
    devices::picker(ui, scene);
    ui.add_space(space::APART);
    ui.separator();
    ui.label(RichText::new(scene.text("source-screen", &[])).strong());
    let shared = scene.desktop.call.as_ref().and_then(|call| call.sharing.as_ref());
    if let Some(shared) = shared {
        ui.label(scene.texts.source_choice(shared));
        if primary(ui, true, &scene.text("source-stop-sharing", &[])).clicked() {
            scene.act(Action::StopSharing);
            scene.act(Action::ClosePanel);
        }
        return;
    }
    ui.label(RichText::new(scene.text("source-screen-hint", &[])).color(palette.weak));
    if primary(ui, true, &scene.text("source-share-screen", &[])).clicked() {
        share(scene, SourceChoice::Screen);
    }
    ui.add_space(space::APART);
    windows(ui, scene);
}

fn windows(ui: &mut Ui, scene: &mut Scene<'_>) {
    ui.label(RichText::new(scene.text("source-window-pick", &[])).strong());
    if button(ui, true, &scene.text("source-list-windows", &[])).clicked() {
        scene.act(Action::ListWindows);
    }
    for window in &scene.desktop.devices.windows {
        if button(ui, true, &window.title).clicked() {
            share(scene, SourceChoice::Window(window.id));
        }
    }
}

fn share(scene: &mut Scene<'_>, choice: SourceChoice) {
    scene.act(Action::Share(choice));
    scene.act(Action::ClosePanel);
}
