//! Panels above the screen.

use eframe::egui::{Id, Ui};

use super::{account, devices, settings, share, shortcuts};
use crate::desktop::{Action, Panel};
use crate::views::widgets::dialog;
use crate::views::{Scene, Views};

/// Shows the panel that is open, if its place is above the screen.
pub fn above(ui: &mut Ui, scene: &mut Scene<'_>, views: &mut Views) {
    let Some(panel) = scene.desktop.panel else { return };
    let key = match panel {
        Panel::Devices => "device-title",
        Panel::Settings => "settings-title",
        Panel::Account => "panel-account",
        Panel::Shortcuts => "shortcuts-title",
        Panel::Share => "source-title",
        Panel::Statistics | Panel::Log | Panel::Doctor | Panel::SafetyNumber => return,
    };
    let (title, close) = (scene.text(key, &[]), scene.text("action-close", &[]));
    let is_closed = dialog(ui.ctx(), Id::unique("above"), &title, &close, |ui| match panel {
        Panel::Devices => devices::show(ui, scene, views),
        Panel::Settings => settings::show(ui, scene),
        Panel::Account => account::show(ui, scene, views),
        Panel::Share => share::show(ui, scene),
        _ => shortcuts::show(ui, scene),
    });
    if is_closed {
        scene.act(Action::ClosePanel);
    }
}
