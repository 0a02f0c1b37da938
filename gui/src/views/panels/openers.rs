//! What opens panels.

use eframe::egui::Ui;

use crate::desktop::{Action, Panel};
use crate::views::Scene;
use crate::views::widgets::icon_button;

/// The action that opens a panel, or closes it if it is open.
pub fn toggled(scene: &Scene<'_>, panel: Panel) -> Action {
    if scene.desktop.panel == Some(panel) { Action::ClosePanel } else { Action::OpenPanel(panel) }
}

/// The buttons that open the panels that every screen has.
pub fn openers(ui: &mut Ui, scene: &mut Scene<'_>) {
    let all = [
        (Panel::Shortcuts, "❓", "shortcuts-title"),
        (Panel::Settings, "⚙", "settings-title"),
        (Panel::Log, "📃", "log-title"),
        (Panel::Doctor, "✚", "doctor-title"),
    ];
    for (panel, icon, key) in all {
        let is_open = scene.desktop.panel == Some(panel);
        if icon_button(ui, is_open, icon, &scene.text(key, &[])).clicked() {
            scene.act(toggled(scene, panel));
        }
    }
}
