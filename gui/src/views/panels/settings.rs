//! The settings.

use eframe::egui::{ComboBox, Id, RichText, Slider, Ui};

use crate::desktop::{Action, Language, SettingChange, Settings, Theme};
use crate::views::Scene;
use crate::views::theme::space;
use crate::views::widgets::toggle;

/// Shows the settings, which hold at once.
pub(super) fn show(ui: &mut Ui, scene: &mut Scene<'_>) {
    language(ui, scene);
    ui.add_space(space::APART);
    theme(ui, scene);
    ui.add_space(space::APART);
    scale(ui, scene);
    ui.add_space(space::APART);
    switches(ui, scene);
    ui.add_space(space::APART);
    server(ui, scene);
}

/// A setting that is on or off: the key of its words, whether it is on, and the change of it.
type Switch = (&'static str, bool, fn(bool) -> SettingChange);

fn switches(ui: &mut Ui, scene: &mut Scene<'_>) {
    let settings = &scene.desktop.settings;
    let switches: [Switch; 5] = [
        ("settings-keep-login", settings.keeps_login, SettingChange::KeepsLogin),
        ("settings-begin-camera", settings.begins_with_camera, SettingChange::BeginsWithCamera),
        ("settings-own-picture", settings.shows_own_picture, SettingChange::ShowsOwnPicture),
        ("settings-mirror", settings.mirrors_own_picture, SettingChange::MirrorsOwnPicture),
        ("settings-record", settings.records_calls, SettingChange::RecordsCalls),
    ];
    for (key, is_on, change) in switches {
        let mut is_on = is_on;
        if ui.checkbox(&mut is_on, scene.text(key, &[])).changed() {
            scene.act(Action::ChangeSetting(change(is_on)));
        }
    }
}

fn language(ui: &mut Ui, scene: &mut Scene<'_>) {
    let label = ui.label(RichText::new(scene.text("settings-language", &[])).strong());
    let chosen = scene.desktop.settings.language;
    let combo = ComboBox::from_id_salt(Id::unique("language"))
        .selected_text(scene.texts.language_choice(chosen))
        .show_ui(ui, |ui| {
            for one in Language::ALL {
                if ui.selectable_label(one == chosen, scene.texts.language_choice(one)).clicked() {
                    scene.act(Action::ChangeSetting(SettingChange::Language(one)));
                }
            }
        });
    combo.response.labelled_by(label.id);
}

fn theme(ui: &mut Ui, scene: &mut Scene<'_>) {
    ui.label(RichText::new(scene.text("settings-theme", &[])).strong());
    ui.horizontal_wrapped(|ui| {
        for one in Theme::ALL {
            let is_chosen = scene.desktop.settings.theme == one;
            if toggle(ui, is_chosen, &scene.texts.theme(one)).clicked() {
                scene.act(Action::ChangeSetting(SettingChange::Theme(one)));
            }
        }
    });
}

fn scale(ui: &mut Ui, scene: &mut Scene<'_>) {
    let label = ui.label(RichText::new(scene.text("settings-scale", &[])).strong());
    let mut percent = scene.desktop.settings.scale;
    let slider = Slider::new(&mut percent, Settings::LEAST_SCALE..=Settings::MOST_SCALE)
        .step_by(f64::from(Settings::SCALE_STEP))
        .update_while_editing(false)
        .suffix(" %");
    let response = ui.add(slider).labelled_by(label.id);
    // While it is dragged, everything would move away under the pointer.
    if response.drag_stopped() || (response.changed() && !response.dragged()) {
        scene.act(Action::ChangeSetting(SettingChange::Scale(percent)));
    }
}

fn server(ui: &mut Ui, scene: &mut Scene<'_>) {
    let name = scene.desktop.settings.server.clone();
    if name.is_empty() {
        return;
    }
    ui.label(RichText::new(scene.text("welcome-server-address", &[])).strong());
    ui.horizontal_wrapped(|ui| {
        ui.label(RichText::new(name).monospace());
        let is_free = scene.desktop.account.is_some() && scene.desktop.call.is_none();
        let text = scene.text("welcome-server-change", &[]);
        if is_free && crate::views::widgets::button(ui, true, &text).clicked() {
            scene.act(Action::SignOut);
            scene.act(Action::ClosePanel);
        }
    });
}
