//! The keyboard.

use eframe::egui::{self, Key, Modifiers, Ui};

use super::Shortcut;
use crate::viewer::{Action, Viewer};

/// What was done with keys; nothing while a text is being written. A key that a control uses for
/// itself is still ours, so focus stays where it is.
pub(super) fn pressed(ui: &Ui) -> Vec<Action> {
    if ui.ctx().text_edit_focused() {
        return Vec::new();
    }
    let take = |input: &mut egui::InputState| {
        // Written with or without Shift, depending on the keyboard.
        let equals = input.consume_key(Modifiers::NONE, Key::Equals);
        let slash = input.consume_key(Modifiers::SHIFT, Key::Slash);
        let pressed = Shortcut::all().into_iter().filter_map(|shortcut| {
            let times = input.count_and_consume_key(shortcut.modifiers, shortcut.key);
            (times > 0).then_some(shortcut.action)
        });
        let mut actions: Vec<Action> = pressed.collect();
        actions.extend(equals.then_some(Action::ZoomIn));
        actions.extend(slash.then_some(Action::ToggleKeys));
        actions
    };
    ui.input_mut(take)
}

/// The sheet of keys, if it is asked for.
pub(super) fn sheet(ui: &Ui, viewer: &Viewer, actions: &mut Vec<Action>) {
    if !viewer.shows_keys() {
        return;
    }
    let modal = egui::Modal::new(egui::Id::unique("keys")).show(ui.ctx(), |ui| {
        ui.heading("Keys");
        egui::Grid::new("keys-grid").num_columns(2).striped(true).show(ui, |ui| {
            for shortcut in Shortcut::all() {
                ui.strong(shortcut.name);
                ui.label(shortcut.meaning);
                ui.end_row();
            }
        });
        ui.label("In the ladder: a click selects, dragging moves, the wheel zooms.");
        ui.button("Close keys").clicked()
    });
    if modal.inner || modal.should_close() {
        actions.push(Action::ToggleKeys);
    }
}
