//! The whole of the window.

use eframe::egui::{CentralPanel, Panel, ProgressBar, ScrollArea, Ui};
use roomrtc_core::base::Time;

use super::{controls, details, keys, overview, strips};
use crate::details::seconds;
use crate::source::Heading;
use crate::viewer::{Action, Viewer};

/// The window with a timeline: what the user did, in order.
pub fn whole(ui: &mut Ui, viewer: &Viewer) -> Vec<Action> {
    let mut actions = keys::pressed(ui);
    Panel::top("heading").show(ui, |ui| {
        ui.add_space(4.0);
        heading(ui, viewer);
        controls::controls(ui, viewer, &mut actions);
        ui.add_space(4.0);
        overview::overview(ui, viewer, &mut actions);
        ui.add_space(4.0);
    });
    let side = Panel::right("details").resizable(true).default_size(380.0);
    side.show(ui, |ui| details::details(ui, viewer, &mut actions));
    CentralPanel::default().show(ui, |ui| {
        let area = ScrollArea::vertical().id_salt("strips").auto_shrink(false);
        // The wheel zooms; what does not fit is reached by the bar.
        let area = area.scroll_source(eframe::egui::scroll_area::ScrollSource::SCROLL_BAR);
        area.show(ui, |ui| strips::strips(ui, viewer, &mut actions));
    });
    keys::sheet(ui, viewer, &mut actions);
    actions
}

fn heading(ui: &mut Ui, viewer: &Viewer) {
    let timeline = viewer.timeline();
    ui.horizontal_wrapped(|ui| {
        ui.heading(&timeline.heading.title);
        ui.label(&timeline.heading.about);
        for note in &timeline.notes {
            ui.weak(note);
        }
        let left_out = timeline.ladder.left_out();
        if left_out > 0 {
            let text =
                format!("{left_out} packets at the end are not shown: the run has too many.");
            ui.colored_label(ui.visuals().warn_fg_color, text);
        }
    });
}

/// The window while a run is told, up to `heard` so far.
pub fn loading(ui: &mut Ui, heading: &Heading, heard: Time, lasts: Option<Time>) {
    CentralPanel::default().show(ui, |ui| {
        ui.heading(&heading.title);
        ui.label(&heading.about);
        ui.add_space(12.0);
        let text = format!("Doing it again: {}", seconds(heard));
        match lasts.filter(|lasts| *lasts > Time::ZERO) {
            Some(lasts) => {
                let share = heard.as_nanos() as f32 / lasts.as_nanos() as f32;
                ui.add(ProgressBar::new(share.clamp(0.0, 1.0)).text(text));
            }
            None => {
                ui.label(text);
            }
        }
    });
}
