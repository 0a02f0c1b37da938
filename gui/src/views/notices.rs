//! What the person is told in passing.

use eframe::egui::{
    Align2, Area, CornerRadius, Frame, Id, Margin, Order, RichText, Shadow, Stroke, Ui, vec2,
};

use super::Scene;
use super::theme::{Palette, space};
use super::widgets::{Tone, icon_button};
use crate::desktop::{Action, Notice, PostedNotice};

/// Shows the notices at the bottom, the newest last.
pub fn show(ui: &mut Ui, scene: &mut Scene<'_>) {
    if scene.desktop.notices.iter().next().is_none() {
        return;
    }
    let room = ui.ctx().content_rect().width();
    Area::new(Id::unique("notices"))
        .order(Order::Foreground)
        .anchor(Align2::RIGHT_BOTTOM, vec2(-space::APART, -68.0))
        .default_width((room - 2.0 * space::APART).min(420.0))
        .show(ui.ctx(), |ui| {
            for posted in scene.desktop.notices.iter() {
                one(ui, scene, posted);
            }
        });
}

fn one(ui: &mut Ui, scene: &mut Scene<'_>, posted: &PostedNotice) {
    let palette = Palette::of(ui);
    let colour = tone(&posted.notice).colour(palette);
    Frame::new()
        .fill(palette.surface)
        .stroke(Stroke::new(1.0, colour))
        .corner_radius(CornerRadius::same(10))
        .shadow(Shadow { offset: [0, 2], blur: 10, spread: 0, color: palette.border })
        .inner_margin(Margin::symmetric(12, 8))
        .show(ui, |ui| {
            ui.horizontal(|ui| {
                let name = scene.text("action-dismiss", &[]);
                if icon_button(ui, false, "✖", &name).clicked() {
                    scene.act(Action::DismissNotice(posted.number));
                }
                ui.label(RichText::new(scene.texts.notice(&posted.notice)).color(palette.text));
            });
        });
}

fn tone(notice: &Notice) -> Tone {
    match notice {
        Notice::ServerBack
        | Notice::CallRejoined
        | Notice::SourceBack
        | Notice::PasswordChanged
        | Notice::ReportSaved { .. } => Tone::Good,
        Notice::PeerKeyChanged { .. }
        | Notice::TakenOver
        | Notice::SessionOver
        | Notice::ServerFault
        | Notice::LocalServer(_)
        | Notice::NotKept(_)
        | Notice::ReportNotSaved { .. } => Tone::Bad,
        Notice::CallOver { ending, .. } if ending.is_regular() => Tone::Plain,
        Notice::Copied(_)
        | Notice::InvitationMade { .. }
        | Notice::AccountDeleted
        | Notice::FirstCertificate { .. } => Tone::Accent,
        _ => Tone::Doubtful,
    }
}
