//! The people.

use eframe::egui::{Align, CornerRadius, Frame, Layout, Margin, RichText, Stroke, TextEdit, Ui};
use roomrtc_core::signaling::UserState;

use crate::desktop::{Action, Person, ServerState};
use crate::views::theme::{Palette, space};
use crate::views::widgets::{Tone, avatar, dot, empty, icon_button, primary};
use crate::views::{Scene, Views};

/// Shows the people who were searched for.
pub(super) fn show(ui: &mut Ui, scene: &mut Scene<'_>, views: &mut Views) {
    ui.heading(scene.text("lobby-title", &[]));
    search(ui, scene, views);
    ui.add_space(space::CLOSE);
    let lobby = &scene.desktop.lobby;
    let found: Vec<&Person> = lobby.found().collect();
    if lobby.people.is_empty() {
        empty(ui, &scene.text("lobby-empty", &[]), &scene.text("lobby-empty-advice", &[]));
    } else if found.is_empty() {
        let text = scene.text("lobby-none-found", &[("text", lobby.search.clone().into())]);
        empty(ui, &text, &scene.text("lobby-none-found-advice", &[]));
    }
    for person in found {
        row(ui, scene, person);
    }
}

fn search(ui: &mut Ui, scene: &mut Scene<'_>, views: &mut Views) {
    let mut text = scene.desktop.lobby.search.clone();
    let label = scene.text("lobby-search", &[]);
    ui.horizontal(|ui| {
        let is_filled = !text.is_empty();
        let beside = if is_filled { 52.0 } else { 0.0 };
        let width = (ui.available_width() - beside).max(80.0);
        let edit = TextEdit::singleline(&mut text)
            .hint_text(label.clone())
            .char_limit(64)
            .desired_width(width);
        let response = ui.add(edit).accessible_name(&label);
        if std::mem::take(&mut views.wants_search) {
            response.request_focus();
        }
        if response.changed() {
            scene.act(Action::Search(text.clone()));
        }
        let clear = scene.text("lobby-search-clear", &[]);
        if is_filled && icon_button(ui, false, "✖", &clear).clicked() {
            scene.act(Action::Search(String::new()));
        }
    });
}

fn row(ui: &mut Ui, scene: &mut Scene<'_>, person: &Person) {
    let palette = Palette::of(ui);
    Frame::new()
        .fill(palette.surface)
        .stroke(Stroke::new(1.0, palette.border))
        .corner_radius(CornerRadius::same(10))
        .inner_margin(Margin::symmetric(12, 10))
        .show(ui, |ui| {
            ui.horizontal(|ui| {
                avatar(ui, 36.0, &person.name);
                ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                    call_button(ui, scene, person);
                    ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
                        who(ui, scene, person)
                    });
                });
            });
        });
}

fn who(ui: &mut Ui, scene: &Scene<'_>, person: &Person) {
    let palette = Palette::of(ui);
    ui.vertical(|ui| {
        ui.spacing_mut().item_spacing.y = 0.0;
        ui.spacing_mut().interact_size.y = 16.0;
        ui.label(RichText::new(&person.name).strong());
        ui.horizontal_wrapped(|ui| {
            dot(ui, tone(person.state));
            let mut state = scene.texts.user_state(person.state);
            if person.is_echo {
                state = format!("{state} · {}", scene.text("lobby-echo-text", &[]));
            }
            ui.label(RichText::new(state).size(13.0).color(palette.weak));
        });
    });
}

fn tone(state: UserState) -> Tone {
    match state {
        UserState::Available => Tone::Good,
        UserState::Busy => Tone::Doubtful,
        UserState::Offline | UserState::Deleted => Tone::Plain,
    }
}

fn call_button(ui: &mut Ui, scene: &mut Scene<'_>, person: &Person) {
    let is_free = scene.desktop.ringing.is_none()
        && scene.desktop.call.is_none()
        && scene.desktop.server.state == ServerState::Connected;
    let can_call = is_free && person.state == UserState::Available;
    let name = scene.text("lobby-call-user", &[("user", person.name.clone().into())]);
    let response = primary(ui, can_call, &scene.text("lobby-call", &[])).accessible_name(name);
    if response.clicked() {
        scene.act(Action::Call(person.name.clone()));
    }
}
