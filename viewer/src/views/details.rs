//! What is selected, in full, and how everything is at the cursor.

use eframe::egui::{Grid, ScrollArea, Ui};
use roomrtc_sim::trace::Place;

use super::{buffers, losses};
use crate::chains::{Consequence, LostPacket};
use crate::details::{Field, consequence_sentence, packet_fields, seconds};
use crate::viewer::{Action, Selection, Viewer};

/// The panel at the side.
pub(super) fn details(ui: &mut Ui, viewer: &Viewer, actions: &mut Vec<Action>) {
    ScrollArea::vertical().auto_shrink(false).show(ui, |ui| {
        selected(ui, viewer, actions);
        ui.separator();
        at_cursor(ui, viewer);
        ui.separator();
        losses::losses(ui, viewer, actions);
    });
}

fn selected(ui: &mut Ui, viewer: &Viewer, actions: &mut Vec<Action>) {
    let timeline = viewer.timeline();
    let Some(selection) = viewer.selection() else {
        ui.heading("Nothing selected");
        ui.label("Click a packet in the ladder, or step with the arrow keys.");
        return;
    };
    if let Selection::Moment(index) = selection {
        return moment(ui, viewer, index);
    }
    if let Some(crossing) = viewer.selected_packet() {
        ui.heading(format!("Packet #{}", crossing.number));
        let kept = viewer.span().and_then(|span| span.packet(crossing.number));
        fields(ui, &packet_fields(timeline, crossing, kept));
        if kept.is_none() {
            ui.weak("Its bytes are being made again …");
        }
    }
    let loss = match selection {
        Selection::Loss(index) => Some(index),
        Selection::Packet(index) => timeline.loss_of(index),
        Selection::Moment(_) => None,
    };
    if let Some(lost) = loss.and_then(|index| timeline.losses.get(index)) {
        chain(ui, viewer, lost, actions);
    }
}

fn moment(ui: &mut Ui, viewer: &Viewer, index: usize) {
    let timeline = viewer.timeline();
    let Some(moment) = timeline.moments.get(index) else { return };
    ui.heading("Event");
    ui.label(format!("{} at {}", timeline.name(moment.place), seconds(moment.time)));
    ui.label(&moment.text);
}

fn fields(ui: &mut Ui, fields: &[Field]) {
    Grid::new("fields").num_columns(2).striped(true).show(ui, |ui| {
        for field in fields {
            if field.is_group() {
                ui.strong(&field.value);
                ui.label("");
            } else {
                ui.weak(field.name);
                ui.add(eframe::egui::Label::new(&field.value).wrap());
            }
            ui.end_row();
        }
    });
}

/// What came of a lost packet: each link goes to its packet or its time.
fn chain(ui: &mut Ui, viewer: &Viewer, lost: &LostPacket, actions: &mut Vec<Action>) {
    ui.heading("What came of the loss");
    if lost.crossing.is_none() {
        ui.label(format!("{}: its sender did not record", lost.label));
    }
    if lost.chain.is_empty() {
        ui.label("Nothing that can be seen.");
    }
    for link in &lost.chain {
        let text = format!("{}  {}", seconds(link.time()), consequence_sentence(link));
        let button = eframe::egui::Button::new(text).wrap().frame(false);
        if ui.add(button).clicked() {
            actions.push(target(viewer, link));
        }
    }
}

fn target(viewer: &Viewer, link: &Consequence) -> Action {
    let packet = link.packet().and_then(|number| viewer.timeline().ladder.find(number));
    match packet {
        Some(index) => Action::Select(Selection::Packet(index)),
        None => Action::Seek(link.time()),
    }
}

/// The states of everything at the cursor.
fn at_cursor(ui: &mut Ui, viewer: &Viewer) {
    let (timeline, cursor) = (viewer.timeline(), viewer.cursor());
    ui.heading(format!("At {}", seconds(cursor)));
    Grid::new("states").num_columns(2).striped(true).show(ui, |ui| {
        for lane in &timeline.lanes {
            ui.weak(format!("{} {}", timeline.name(Place::Host(lane.host)), lane.kind.name()));
            ui.label(lane.at(cursor).map_or("none yet", |change| change.name));
            ui.end_row();
        }
        for buffer in &timeline.buffers {
            ui.weak(format!("{} jitter buffer", timeline.name(Place::Host(buffer.host))));
            ui.add(eframe::egui::Label::new(buffers::text(buffer.at(cursor))).wrap());
            ui.end_row();
        }
    });
}
