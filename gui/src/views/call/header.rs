//! The bar above the call: with whom, for how long, how good.

use eframe::egui::{Align, Frame, Id, Layout, Margin, Panel as Bar, RichText, Ui};

use crate::desktop::{CallStage, CurrentCall, Panel, PeerKey, QualityLevel};
use crate::views::theme::Palette;
use crate::views::widgets::{Tone, avatar, button, pill};
use crate::views::{Scene, panels};

/// Shows the bar.
pub(super) fn show(ui: &mut Ui, scene: &mut Scene<'_>, call: &CurrentCall) {
    let palette = Palette::of(ui);
    let frame = Frame::new().fill(palette.surface).inner_margin(Margin::symmetric(16, 8));
    Bar::top(Id::unique("header")).frame(frame).show(ui, |ui| {
        ui.horizontal_wrapped(|ui| {
            avatar(ui, 32.0, call.name());
            let title = scene.text("call-with", &[("user", call.name().into())]);
            ui.label(RichText::new(title).size(17.0).strong());
            let time = scene.texts.clock(call.lasted(scene.now));
            let spoken = scene.text("call-duration", &[("time", time.clone().into())]);
            ui.label(RichText::new(time).monospace().color(palette.weak)).on_hover_text(spoken);
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                safety(ui, scene, call);
                quality(ui, scene, call);
            });
        });
        causes(ui, scene, call);
    });
}

fn quality(ui: &mut Ui, scene: &Scene<'_>, call: &CurrentCall) {
    let (tone, text) = match (call.stage, call.quality.level) {
        (CallStage::Connecting, _) => (Tone::Plain, scene.text("call-connecting", &[])),
        (CallStage::Reconnecting { .. }, _) => (Tone::Bad, scene.text("quality-reconnecting", &[])),
        (CallStage::Ending, _) => (Tone::Plain, scene.text("call-ending", &[])),
        (_, QualityLevel::Unknown) => (Tone::Plain, scene.text("quality-measuring", &[])),
        (_, QualityLevel::Good) => (Tone::Good, scene.text("quality-good", &[])),
        (_, QualityLevel::Fair) => (Tone::Doubtful, scene.text("quality-fair", &[])),
        (_, QualityLevel::Poor) => (Tone::Bad, scene.text("quality-poor", &[])),
    };
    pill(ui, tone, &text);
}

fn safety(ui: &mut Ui, scene: &mut Scene<'_>, call: &CurrentCall) {
    let tone = match call.peer_key {
        PeerKey::Confirmed => Tone::Good,
        PeerKey::Changed { .. } => Tone::Bad,
        PeerKey::Unknown | PeerKey::Fleeting | PeerKey::First | PeerKey::Same => Tone::Plain,
    };
    let colour = tone.colour(Palette::of(ui));
    let name = scene.text("call-safety", &[]);
    let response = button(ui, true, "🔑").accessible_name(&name).on_hover_text(&name);
    if tone != Tone::Plain {
        ui.painter().circle_filled(response.rect.right_top(), 4.0, colour);
    }
    if response.clicked() {
        scene.act(panels::toggled(scene, Panel::SafetyNumber));
    }
}

/// What is wrong, in words, the worst first.
fn causes(ui: &mut Ui, scene: &Scene<'_>, call: &CurrentCall) {
    let palette = Palette::of(ui);
    for cause in call.quality.causes.iter().take(2) {
        let text = scene.texts.quality_cause(*cause);
        ui.label(RichText::new(text).size(13.0).color(palette.doubtful));
    }
}
