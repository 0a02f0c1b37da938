//! What the person is told in passing.

use eframe::egui::{
    Align2, Area, CornerRadius, Frame, Id, Label, Margin, Order, RichText, Shadow, Stroke, Ui, vec2,
};

use super::Scene;
use super::theme::{Palette, space};
use super::widgets::{Tone, icon_button};
use crate::desktop::{Action, Notice, PostedNotice};

/// The largest width, in points.
const WIDTH: f32 = 420.0;

/// Shows the notices at the bottom, the newest last: in the middle, so that one's own picture stays free, and
/// above the bar that is `bar_below` points high.
pub fn show(ui: &mut Ui, scene: &mut Scene<'_>, bar_below: f32) {
    if scene.desktop.notices.iter().next().is_none() {
        return;
    }
    let room = ui.ctx().content_rect().width();
    let width = (room - 2.0 * space::APART).min(WIDTH);
    Area::new(Id::unique("notices"))
        .order(Order::Foreground)
        .anchor(Align2::CENTER_BOTTOM, vec2(0.0, -bar_below - space::APART))
        .default_width(width)
        .show(ui.ctx(), |ui| {
            ui.set_max_width(width);
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
            ui.horizontal_top(|ui| {
                let name = scene.text("action-dismiss", &[]);
                if icon_button(ui, false, "✖", &name).clicked() {
                    scene.act(Action::DismissNotice(posted.number));
                }
                let text = RichText::new(scene.texts.notice(&posted.notice)).color(palette.text);
                // A fingerprint has no spaces to break a line at.
                ui.vertical(|ui| ui.add(Label::new(text).wrap()));
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
