//! The first screen as a whole.

use eframe::egui::{CentralPanel, RichText, Ui};

use super::{certificate, choice, forms};
use crate::desktop::{Action, WelcomeForm, WelcomeStep};
use crate::views::theme::{Palette, space};
use crate::views::widgets::{Tone, banner, button, icon_button, narrow};
use crate::views::{Scene, Views};

/// Shows the first screen.
pub fn show(ui: &mut Ui, scene: &mut Scene<'_>, views: &mut Views) {
    let welcome = &scene.desktop.welcome;
    views.welcome.fill(&welcome.server, &welcome.user);
    views.welcome.hear(welcome.problem.filter(|_| welcome.step.is_none()));
    CentralPanel::default().show(ui, |ui| {
        narrow(ui, 460.0, |ui| {
            corner_buttons(ui, scene);
            title(ui, scene);
            if let Some(change) = &scene.desktop.welcome.certificate_change {
                return certificate::show(ui, scene, change);
            }
            problem(ui, scene);
            match scene.desktop.welcome.step {
                Some(step) => working(ui, scene, step),
                None => form(ui, scene, views),
            }
            ui.add_space(space::FAR);
        });
    });
}

fn corner_buttons(ui: &mut Ui, scene: &mut Scene<'_>) {
    ui.add_space(space::APART);
    ui.horizontal(|ui| super::super::panels::openers(ui, scene));
}

fn title(ui: &mut Ui, scene: &Scene<'_>) {
    let palette = Palette::of(ui);
    ui.add_space(space::APART);
    ui.vertical_centered(|ui| {
        ui.label(RichText::new(scene.text("welcome-title", &[])).size(34.0).strong());
        ui.label(RichText::new(scene.text("welcome-subtitle", &[])).color(palette.weak));
    });
    ui.add_space(space::FAR);
}

/// What is wrong with the form as a whole. What is wrong with a field stands under it.
fn problem(ui: &mut Ui, scene: &Scene<'_>) {
    let welcome = &scene.desktop.welcome;
    let Some(problem) = welcome.problem else { return };
    if problem.field().is_none() || welcome.form == WelcomeForm::Choice {
        banner(ui, Tone::Bad, &scene.texts.problem(problem), |_| ());
        ui.add_space(space::APART);
    }
}

fn working(ui: &mut Ui, scene: &mut Scene<'_>, step: WelcomeStep) {
    let server = scene.desktop.server.name.clone();
    let text = match step {
        WelcomeStep::StartingLocalServer => scene.text("welcome-try-starting", &[]),
        WelcomeStep::Connecting => {
            scene.text("connection-connecting", &[("server", server.into())])
        }
        WelcomeStep::Registering => scene.text("register-working", &[]),
        WelcomeStep::SigningIn => scene.text("sign-in-working", &[]),
    };
    ui.vertical_centered(|ui| {
        ui.label(RichText::new(text).size(17.0));
        ui.add_space(space::APART);
        if button(ui, true, &scene.text("action-cancel", &[])).clicked() {
            scene.act(Action::CancelEntry);
        }
    });
}

fn form(ui: &mut Ui, scene: &mut Scene<'_>, views: &mut Views) {
    let fields = &mut views.welcome;
    if scene.desktop.welcome.form == WelcomeForm::Choice {
        return choice::show(ui, scene, fields);
    }
    if icon_button(ui, false, "⬅", &scene.text("action-back", &[])).clicked() {
        fields.forget_secrets();
        scene.act(Action::OpenForm(WelcomeForm::Choice));
    }
    ui.add_space(space::CLOSE);
    forms::show(ui, scene, fields);
}
