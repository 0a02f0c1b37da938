//! The other side's picture.

use eframe::egui::{Align, Layout, Rect, RichText, Role, Sense, Ui, UiBuilder, WidgetInfo, vec2};

use crate::desktop::{Action, CallStage, CurrentCall, Panel, PeerKey};
use crate::views::theme::{Palette, space};
use crate::views::widgets::{Tone, avatar, banner, button};
use crate::views::{Scene, Views, panels};

/// Shows the other side's picture, or why there is none.
pub(super) fn show(
    ui: &mut Ui,
    scene: &Scene<'_>,
    views: &mut Views,
    call: &CurrentCall,
    place: Rect,
) {
    let response = ui.allocate_rect(place, Sense::hover());
    let name = scene.text("call-remote-picture", &[("user", call.name().into())]);
    response.widget_info(|| WidgetInfo::labeled(Role::Image, true, &name));
    if views.remote.draw(ui, place, false).is_none() {
        without_picture(ui, scene, call, place);
    }
}

fn without_picture(ui: &mut Ui, scene: &Scene<'_>, call: &CurrentCall, place: Rect) {
    let user = call.name();
    let text = match call.stage {
        CallStage::Connecting => scene.text("call-connecting", &[]),
        _ if call.has_video_ended => scene.text("call-no-remote-picture", &[("user", user.into())]),
        _ => scene.text("call-waiting-picture", &[]),
    };
    let middle = Rect::from_center_size(place.center(), vec2(place.width(), 140.0));
    let layout = Layout::top_down(Align::Center);
    ui.scope_builder(UiBuilder::new().max_rect(middle).layout(layout), |ui| {
        avatar(ui, 80.0, user);
        ui.add_space(space::APART);
        // The stage is dark in both themes.
        ui.label(RichText::new(text).size(17.0).color(Palette::DARK.text));
    });
}

/// Shows what is wrong across the picture.
pub(super) fn banners(ui: &mut Ui, scene: &mut Scene<'_>, call: &CurrentCall, place: Rect) {
    let builder = UiBuilder::new().max_rect(place.shrink(space::APART));
    ui.scope_builder(builder, |ui| {
        if matches!(call.stage, CallStage::Reconnecting { .. }) {
            banner(ui, Tone::Doubtful, &scene.text("call-reconnecting", &[]), |_| ());
        }
        if call.is_detached {
            banner(ui, Tone::Doubtful, &scene.text("call-detached", &[]), |_| ());
        }
        let is_compared = scene.desktop.panel == Some(Panel::SafetyNumber);
        if matches!(call.peer_key, PeerKey::Changed { .. }) && !is_compared {
            let text = scene.text("safety-changed-title", &[("user", call.name().into())]);
            banner(ui, Tone::Bad, &text, |ui| {
                if button(ui, true, &scene.text("safety-compare", &[])).clicked() {
                    scene.act(Action::OpenPanel(Panel::SafetyNumber));
                }
            });
        }
        no_pictures(ui, scene, call);
    });
}

/// What is sent gives no pictures: why, and what else can be sent.
fn no_pictures(ui: &mut Ui, scene: &mut Scene<'_>, call: &CurrentCall) {
    let crate::desktop::SourceState::Failed(problem) = call.source else { return };
    if !call.is_camera_on {
        return;
    }
    banner(ui, Tone::Doubtful, &scene.texts.source_problem(problem), |ui| {
        if button(ui, true, &scene.text("call-source", &[])).clicked() {
            scene.act(panels::toggled(scene, Panel::Share));
        }
    });
}
