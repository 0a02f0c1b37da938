//! "Try it here", or a server.

use eframe::egui::{RichText, Ui};

use super::WelcomeFields;
use super::forms::server_field;
use crate::desktop::{Action, WelcomeForm};
use crate::views::Scene;
use crate::views::theme::{Palette, space};
use crate::views::widgets::{button, card, primary};

/// Shows what can be done on the first start.
pub(super) fn show(ui: &mut Ui, scene: &mut Scene<'_>, fields: &mut WelcomeFields) {
    let palette = Palette::of(ui);
    card(ui, |ui| {
        ui.label(RichText::new(scene.text("welcome-try-title", &[])).size(18.0).strong());
        ui.label(RichText::new(scene.text("welcome-try-text", &[])).color(palette.weak));
        ui.add_space(space::CLOSE);
        if primary(ui, true, &scene.text("welcome-try-button", &[])).clicked() {
            scene.act(Action::TryItHere);
        }
    });
    ui.add_space(space::APART);
    card(ui, |ui| {
        ui.label(RichText::new(scene.text("welcome-server-title", &[])).size(18.0).strong());
        ui.label(RichText::new(scene.text("welcome-server-text", &[])).color(palette.weak));
        ui.add_space(space::CLOSE);
        server_field(ui, scene, fields);
        ui.add_space(space::CLOSE);
        ui.horizontal_wrapped(|ui| forms(ui, scene));
    });
}

fn forms(ui: &mut Ui, scene: &mut Scene<'_>) {
    for (form, text) in [
        (WelcomeForm::SignIn, scene.text("sign-in-button", &[])),
        (WelcomeForm::Register, scene.text("register-button", &[])),
        (WelcomeForm::Guest, scene.text("guest-open", &[])),
    ] {
        if button(ui, true, &text).clicked() {
            scene.act(Action::OpenForm(form));
        }
    }
}
