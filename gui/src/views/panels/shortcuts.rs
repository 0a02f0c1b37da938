//! The sheet of keyboard shortcuts.

use eframe::egui::{Grid, Id, RichText, Ui};

use crate::desktop::Shortcut;
use crate::views::Scene;

/// Shows every shortcut.
pub(super) fn show(ui: &mut Ui, scene: &Scene<'_>) {
    Grid::new(Id::unique("shortcuts")).num_columns(2).spacing([24.0, 6.0]).show(ui, |ui| {
        for shortcut in Shortcut::ALL {
            ui.label(RichText::new(scene.texts.keys(shortcut.keys)).monospace().strong());
            ui.label(scene.texts.shortcut(shortcut.command));
            ui.end_row();
        }
    });
}
