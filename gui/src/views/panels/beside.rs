//! Panels beside the screen.

use eframe::egui::{Frame, Id, Margin, Panel as Bar, ScrollArea, Ui};

use super::{doctor, log, safety, statistics};
use crate::desktop::{Action, Panel};
use crate::views::Scene;
use crate::views::theme::{Palette, space};
use crate::views::widgets::icon_button;

/// From this width on, in points, there is room beside the screen.
const WIDE: f32 = 860.0;

/// What a panel below the screen needs, in points: its title, and some of what it shows.
const LOWEST: f32 = 200.0;

/// Shows the panel that is open, if its place is beside the screen.
pub fn beside(ui: &mut Ui, scene: &mut Scene<'_>) {
    let Some((panel, key)) = title(scene.desktop.panel) else { return };
    let frame = Frame::new().fill(Palette::of(ui).surface).inner_margin(Margin::same(14));
    let room = ui.available_size();
    let bar = if room.x >= WIDE {
        Bar::right(Id::unique("beside")).default_size(400.0).size_range(300.0..=room.x / 2.0)
    } else {
        Bar::bottom(Id::unique("below")).exact_size((room.y / 2.0).max(LOWEST).min(room.y))
    };
    bar.frame(frame).show(ui, |ui| {
        ui.horizontal(|ui| {
            if icon_button(ui, false, "✖", &scene.text("action-close", &[])).clicked() {
                scene.act(Action::ClosePanel);
            }
            ui.heading(scene.text(key, &[]));
        });
        ui.add_space(space::CLOSE);
        contents(ui, scene, panel);
    });
}

const fn title(panel: Option<Panel>) -> Option<(Panel, &'static str)> {
    match panel {
        Some(Panel::Statistics) => Some((Panel::Statistics, "statistics-title")),
        Some(Panel::Log) => Some((Panel::Log, "log-title")),
        Some(Panel::Doctor) => Some((Panel::Doctor, "doctor-title")),
        Some(Panel::SafetyNumber) => Some((Panel::SafetyNumber, "safety-title")),
        _ => None,
    }
}

fn contents(ui: &mut Ui, scene: &mut Scene<'_>, panel: Panel) {
    // The log has a scroll area of its own, which draws only the lines in sight, if there is room for it.
    if panel == Panel::Log && ui.available_height() >= log::LOWEST {
        return log::show(ui, scene);
    }
    ScrollArea::vertical().id_salt(panel_id(panel)).auto_shrink([false, false]).show(ui, |ui| {
        match panel {
            Panel::Statistics => statistics::show(ui, scene),
            Panel::Doctor => doctor::show(ui, scene),
            Panel::Log => log::show(ui, scene),
            _ => safety::show(ui, scene),
        }
    });
}

const fn panel_id(panel: Panel) -> u8 {
    panel as u8
}
