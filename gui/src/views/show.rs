//! One frame.

use eframe::egui::Ui;

use super::{Scene, Views, call, keyboard, lobby, notices, panels, welcome};
use crate::desktop::Screen;

/// Draws one frame. What the person did is in the scene afterwards.
pub fn show(ui: &mut Ui, scene: &mut Scene<'_>, views: &mut Views) {
    keyboard::read(ui, scene, views);
    if scene.desktop.screen() != Screen::Welcome {
        views.welcome.forget_secrets();
    }
    views.bar_below = 0.0;
    match scene.desktop.screen() {
        Screen::Welcome => {
            panels::beside(ui, scene);
            welcome::show(ui, scene, views);
        }
        Screen::Lobby => lobby::show(ui, scene, views),
        Screen::Call => call::show(ui, scene, views),
    }
    panels::above(ui, scene, views);
    notices::show(ui, scene, views.bar_below);
}
