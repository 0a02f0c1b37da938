//! The lobby as a whole.

use eframe::egui::{CentralPanel, Id, Layout, Rect, RichText, ScrollArea, Ui, UiBuilder, pos2};

use super::{header, missed, people, ringing};
use crate::views::panels::devices;
use crate::views::theme::space;
use crate::views::widgets::card;
use crate::views::{Scene, Views, panels};

/// From this width on, in points, there are two columns.
const WIDE: f32 = 820.0;

/// The width of the second column.
const ASIDE: f32 = 360.0;

/// Shows the lobby.
pub fn show(ui: &mut Ui, scene: &mut Scene<'_>, views: &mut Views) {
    header::show(ui, scene);
    panels::beside(ui, scene);
    CentralPanel::default().show(ui, |ui| {
        if ui.available_width() < WIDE {
            ScrollArea::vertical().auto_shrink([false, false]).show(ui, |ui| {
                missed::show(ui, scene);
                people::show(ui, scene, views);
                ui.add_space(space::APART);
                aside(ui, scene, views);
            });
        } else {
            columns(ui, scene, views);
        }
    });
    ringing::show(ui, scene);
}

fn columns(ui: &mut Ui, scene: &mut Scene<'_>, views: &mut Views) {
    let room = ui.available_rect_before_wrap();
    let parting = room.right() - ASIDE;
    let left = Rect::from_min_max(room.min, pos2(parting - space::FAR, room.bottom()));
    let right = Rect::from_min_max(pos2(parting, room.top()), room.max);
    column(ui, left, Id::unique("people"), |ui| people::show(ui, scene, views));
    column(ui, right, Id::unique("aside"), |ui| {
        missed::show(ui, scene);
        aside(ui, scene, views);
    });
}

fn column(ui: &mut Ui, place: Rect, id: Id, add_contents: impl FnOnce(&mut Ui)) {
    let builder = UiBuilder::new().max_rect(place).layout(Layout::default()).id_salt(id);
    ui.scope_builder(builder, |ui| {
        ScrollArea::vertical().id_salt(id).auto_shrink([false, false]).show(ui, add_contents);
    });
}

fn aside(ui: &mut Ui, scene: &mut Scene<'_>, views: &mut Views) {
    card(ui, |ui| {
        ui.label(RichText::new(scene.text("device-title", &[])).size(17.0).strong());
        devices::show(ui, scene, views);
    });
    ui.add_space(space::APART);
}
