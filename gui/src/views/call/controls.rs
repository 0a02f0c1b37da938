//! What can be done in a call.

use eframe::egui::{Frame, Id, Margin, Panel as Bar, Response, Ui, Vec2};

use crate::desktop::{Action, CurrentCall, Panel};
use crate::views::theme::Palette;
use crate::views::widgets::{danger, icon_button};
use crate::views::{Scene, panels};

/// Shows the bar below the picture. How high it is, in points.
pub(super) fn show(ui: &mut Ui, scene: &mut Scene<'_>, call: &CurrentCall) -> f32 {
    let frame = Frame::new().fill(Palette::of(ui).surface).inner_margin(Margin::symmetric(12, 8));
    let bar = Bar::bottom(Id::unique("controls")).frame(frame).show(ui, |ui| {
        ui.spacing_mut().item_spacing = Vec2::splat(6.0);
        ui.spacing_mut().interact_size.y = 36.0;
        ui.horizontal_wrapped(|ui| {
            if danger(ui, true, &scene.text("call-hang-up", &[])).clicked() {
                scene.act(Action::HangUp);
            }
            sending(ui, scene, call);
            looks(ui, scene, call);
            openers(ui, scene);
        });
    });
    bar.response.rect.height()
}

fn sending(ui: &mut Ui, scene: &mut Scene<'_>, call: &CurrentCall) {
    let is_on = call.is_camera_on;
    let key = if is_on { "call-camera-off" } else { "call-camera-on" };
    let icon = if is_on { "📷" } else { "🚫" };
    if icon_button(ui, is_on, icon, &scene.text(key, &[])).clicked() {
        scene.act(Action::TurnCamera(!is_on));
    }
    opener(ui, scene, "🖥", "call-source", Panel::Share);
}

fn looks(ui: &mut Ui, scene: &mut Scene<'_>, call: &CurrentCall) {
    let own = call.own_picture;
    let key = if own.is_shown { "call-own-hide" } else { "call-own-show" };
    if icon_button(ui, own.is_shown, "👤", &scene.text(key, &[])).clicked() {
        scene.act(Action::ShowOwnPicture(!own.is_shown));
    }
    let mirror = scene.text("call-own-mirror", &[]);
    if icon_button(ui, own.is_mirrored, "↔", &mirror).clicked() {
        scene.act(Action::MirrorOwnPicture(!own.is_mirrored));
    }
    let is_full = scene.desktop.is_full_screen;
    let key = if is_full { "call-leave-full-screen" } else { "call-full-screen" };
    if icon_button(ui, is_full, "⛶", &scene.text(key, &[])).clicked() {
        scene.act(Action::FullScreen(!is_full));
    }
}

fn openers(ui: &mut Ui, scene: &mut Scene<'_>) {
    opener(ui, scene, "📈", "call-statistics", Panel::Statistics);
    opener(ui, scene, "✚", "call-doctor", Panel::Doctor);
    opener(ui, scene, "📃", "call-log", Panel::Log);
    opener(ui, scene, "⚙", "settings-title", Panel::Settings);
    opener(ui, scene, "❓", "shortcuts-title", Panel::Shortcuts);
}

fn opener(ui: &mut Ui, scene: &mut Scene<'_>, icon: &str, key: &str, panel: Panel) -> Response {
    let is_open = scene.desktop.panel == Some(panel);
    let response = icon_button(ui, is_open, icon, &scene.text(key, &[]));
    if response.clicked() {
        scene.act(panels::toggled(scene, panel));
    }
    response
}
