//! The bar above the lobby: the connection, who is logged in, and the panels.

use eframe::egui::{Align, Frame, Id, Layout, Margin, Panel, RichText, Ui};

use crate::desktop::{Action, ServerState};
use crate::views::theme::Palette;
use crate::views::widgets::{Tone, banner, button, pill};
use crate::views::{Scene, panels, words};

/// From this width on, in points, the connection stands in the same row.
const WIDE: f32 = 640.0;

/// Shows the bar, and under it a banner while there is no connection.
pub(super) fn show(ui: &mut Ui, scene: &mut Scene<'_>) {
    let frame = Frame::new().fill(Palette::of(ui).surface).inner_margin(Margin::symmetric(16, 10));
    Panel::top(Id::unique("header")).frame(frame).show(ui, |ui| {
        let is_wide = ui.available_width() >= WIDE;
        ui.horizontal(|ui| {
            ui.label(RichText::new(scene.text("app-name", &[])).size(18.0).strong());
            if is_wide {
                connection(ui, scene);
            }
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                panels::openers(ui, scene);
                account(ui, scene);
            });
        });
        if !is_wide {
            connection(ui, scene);
        }
        lost(ui, scene);
    });
}

fn connection(ui: &mut Ui, scene: &Scene<'_>) {
    let tone = match scene.desktop.server.state {
        ServerState::Connected => Tone::Good,
        ServerState::Connecting | ServerState::Away => Tone::Plain,
        ServerState::Waiting { .. } => Tone::Doubtful,
        ServerState::Lost(_) | ServerState::CertificateChanged => Tone::Bad,
    };
    pill(ui, tone, &words::connection(scene)).on_hover_text(words::certificate(scene));
}

fn account(ui: &mut Ui, scene: &mut Scene<'_>) {
    let Some(account) = &scene.desktop.account else { return };
    let name = account.guest_name.as_deref().unwrap_or(&account.user);
    let text = scene.text("signed-in-as", &[("user", name.into())]);
    if button(ui, true, name).accessible_name(&text).on_hover_text(&text).clicked() {
        scene.act(panels::toggled(scene, crate::desktop::Panel::Account));
    }
}

/// The connection comes back by itself; whoever does not want to wait for it can have it tried at once.
fn lost(ui: &mut Ui, scene: &mut Scene<'_>) {
    let is_lost =
        matches!(scene.desktop.server.state, ServerState::Waiting { .. } | ServerState::Lost(_));
    if !is_lost {
        return;
    }
    banner(ui, Tone::Doubtful, &words::server_loss_now(scene), |ui| {
        if button(ui, true, &scene.text("action-retry", &[])).clicked() {
            scene.act(Action::Reconnect);
        }
    });
}
