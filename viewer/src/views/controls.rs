//! The controls at the top.

use eframe::egui::{self, ComboBox, Key, TextEdit, Ui};

use crate::details::seconds;
use crate::viewer::{Action, Direction, Speed, Viewer};

/// The controls, in a row.
pub(super) fn controls(ui: &mut Ui, viewer: &Viewer, actions: &mut Vec<Action>) {
    ui.horizontal_wrapped(|ui| {
        moving(ui, viewer, actions);
        ui.separator();
        zooming(ui, actions);
        ui.separator();
        searching(ui, viewer, actions);
        ui.separator();
        button(ui, actions, "Keys", "The keys (?)", Action::ToggleKeys);
        if ui.button("Theme").on_hover_text("Light or dark").clicked() {
            let is_dark = ui.visuals().dark_mode;
            let other = if is_dark { egui::Theme::Light } else { egui::Theme::Dark };
            ui.ctx().set_theme(other);
        }
    });
}

fn button(ui: &mut Ui, actions: &mut Vec<Action>, name: &str, hint: &str, action: Action) {
    if ui.button(name).on_hover_text(hint).clicked() {
        actions.push(action);
    }
}

fn moving(ui: &mut Ui, viewer: &Viewer, actions: &mut Vec<Action>) {
    use Direction::{Backwards, Forwards};
    let play = if viewer.is_playing() { "Pause" } else { "Play" };
    button(ui, actions, play, "Play or pause (Space)", Action::TogglePlaying);
    let chosen = viewer.speed();
    let speed = ComboBox::from_id_salt("speed").selected_text(chosen.to_string()).width(60.0);
    let speed = speed.show_ui(ui, |ui| {
        for speed in Speed::ALL {
            if ui.selectable_label(speed == chosen, speed.to_string()).clicked() {
                actions.push(Action::SetSpeed(speed));
            }
        }
    });
    let info = || {
        let mut info = egui::WidgetInfo::labeled(egui::accesskit::Role::ComboBox, true, "Speed");
        info.current_text_value = Some(chosen.to_string());
        info
    };
    speed.response.widget_info(info);
    ui.monospace(seconds(viewer.cursor()));
    let end = viewer.timeline().end;
    ui.weak(format!("of {}", seconds(end)));
    ui.separator();
    button(ui, actions, "< packet", "Previous packet (Left)", Action::StepPacket(Backwards));
    button(ui, actions, "packet >", "Next packet (Right)", Action::StepPacket(Forwards));
    button(ui, actions, "< event", "Previous event (Up)", Action::StepMoment(Backwards));
    button(ui, actions, "event >", "Next event (Down)", Action::StepMoment(Forwards));
    button(ui, actions, "< loss", "Previous loss (Shift+L)", Action::StepLoss(Backwards));
    button(ui, actions, "loss >", "Next loss (L)", Action::StepLoss(Forwards));
}

fn zooming(ui: &mut Ui, actions: &mut Vec<Action>) {
    button(ui, actions, "Zoom in", "Show half of it (+)", Action::ZoomIn);
    button(ui, actions, "Zoom out", "Show twice of it (-)", Action::ZoomOut);
    button(ui, actions, "All", "Show everything (0)", Action::ZoomToAll);
}

fn searching(ui: &mut Ui, viewer: &Viewer, actions: &mut Vec<Action>) {
    let (text, has_found) = viewer.search();
    let mut text = text.to_owned();
    let field =
        TextEdit::singleline(&mut text).hint_text("NACK, PLI, lost, #17 …").desired_width(150.0);
    let name = ui.label("Search");
    let field = ui.add(field).labelled_by(name.id);
    if field.changed() {
        actions.push(Action::Search(text));
    }
    let is_entered = field.lost_focus() && ui.input(|input| input.key_pressed(Key::Enter));
    if ui.button("Find next").clicked() || is_entered {
        actions.push(Action::Find(Direction::Forwards));
    }
    if ui.button("Find previous").clicked() {
        actions.push(Action::Find(Direction::Backwards));
    }
    if has_found == Some(false) {
        ui.colored_label(ui.visuals().warn_fg_color, "nothing found");
    }
}
