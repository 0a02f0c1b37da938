//! The call as a whole.

use eframe::egui::{CentralPanel, Frame, Ui};

use super::{controls, header, own_picture, stage};
use crate::views::theme::Palette;
use crate::views::{Scene, Views, panels};

/// Shows the call.
pub fn show(ui: &mut Ui, scene: &mut Scene<'_>, views: &mut Views) {
    let Some(call) = &scene.desktop.call else { return };
    if !scene.desktop.is_full_screen {
        header::show(ui, scene, call);
    }
    views.bar_below = controls::show(ui, scene, call);
    panels::beside(ui, scene);
    let frame = Frame::new().fill(Palette::of(ui).stage);
    CentralPanel::default().frame(frame).show(ui, |ui| {
        let place = ui.available_rect_before_wrap();
        stage::show(ui, scene, views, call, place);
        own_picture::show(ui, scene, views, call, place);
        stage::banners(ui, scene, call, place);
    });
}
