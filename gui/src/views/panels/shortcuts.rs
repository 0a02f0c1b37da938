//! The sheet of keyboard shortcuts.

use eframe::egui::{Grid, Id, Label, RichText, Ui};

use crate::desktop::Shortcut;
use crate::views::Scene;

/// Shows every shortcut.
pub(super) fn show(ui: &mut Ui, scene: &Scene<'_>) {
    let width = (ui.available_width() - 24.0) * 0.72;
    let grid = Grid::new(Id::unique("shortcuts")).num_columns(2).spacing([24.0, 6.0]);
    grid.max_col_width(width).show(ui, |ui| {
        for shortcut in Shortcut::ALL {
            ui.label(RichText::new(scene.texts.keys(shortcut.keys)).monospace().strong());
            ui.add(Label::new(scene.texts.shortcut(shortcut.command)).wrap());
            ui.end_row();
        }
    });
}
