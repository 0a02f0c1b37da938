//! The calls that were missed.

use eframe::egui::{RichText, Ui};
use roomrtc_core::signaling::MissedCall;

use crate::desktop::{Action, ServerState};
use crate::views::theme::{Palette, space};
use crate::views::widgets::{button, card};
use crate::views::{Scene, words};

/// The most that are listed.
const LISTED: usize = 6;

/// Shows the missed calls, if there are any.
pub(super) fn show(ui: &mut Ui, scene: &mut Scene<'_>) {
    let missed = &scene.desktop.lobby.missed;
    if missed.is_empty() {
        return;
    }
    card(ui, |ui| {
        let count = scene.text("missed-count", &[("count", missed.len().into())]);
        ui.label(RichText::new(count).size(17.0).strong());
        for call in missed.iter().take(LISTED) {
            row(ui, scene, call);
        }
        if button(ui, true, &scene.text("missed-seen", &[])).clicked() {
            scene.act(Action::MissedCallsSeen);
        }
    });
    ui.add_space(space::APART);
}

fn row(ui: &mut Ui, scene: &mut Scene<'_>, call: &MissedCall) {
    let palette = Palette::of(ui);
    let name = call.name.as_ref().unwrap_or(&call.user);
    let time = words::ago(scene, call.at);
    let text = scene.text("missed-call", &[("user", name.into()), ("time", time.into())]);
    ui.horizontal_wrapped(|ui| {
        ui.label(RichText::new(text).color(palette.weak));
        // A guest is gone with its invitation.
        let is_free =
            scene.desktop.ringing.is_none() && scene.desktop.server.state == ServerState::Connected;
        if call.name.is_none() {
            let label = scene.text("missed-call-back", &[("user", name.into())]);
            if button(ui, is_free, &label).clicked() {
                scene.act(Action::Call(call.user.clone()));
            }
        }
    });
}
