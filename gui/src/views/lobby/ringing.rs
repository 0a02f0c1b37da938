//! A call that rings, here or there.

use eframe::egui::{Id, Modal, RichText, Ui};

use crate::desktop::{Action, Ringing, RingingStage};
use crate::views::theme::{Palette, space};
use crate::views::widgets::{avatar, danger, primary};
use crate::views::{Scene, words};

/// Shows who rings and what can be done.
pub(super) fn show(ui: &mut Ui, scene: &mut Scene<'_>) {
    let Some(ringing) = &scene.desktop.ringing else { return };
    Modal::new(Id::unique("ringing")).show(ui.ctx(), |ui| {
        ui.set_width(320.0);
        ui.vertical_centered(|ui| {
            ui.add_space(space::CLOSE);
            avatar(ui, 72.0, ringing.name());
            ui.add_space(space::CLOSE);
            ui.label(RichText::new(sentence(scene, ringing)).size(18.0).strong());
            ui.label(RichText::new(detail(scene, ringing)).color(Palette::of(ui).weak));
            ui.add_space(space::APART);
        });
        if ringing.is_incoming() {
            incoming(ui, scene, ringing.stage == RingingStage::RingsHere);
        } else {
            ui.vertical_centered(|ui| {
                if danger(ui, true, &scene.text("ringing-cancel", &[])).clicked() {
                    scene.act(Action::Cancel);
                }
            });
        }
    });
}

fn sentence(scene: &Scene<'_>, ringing: &Ringing) -> String {
    let name = ringing.name();
    match (ringing.stage, &ringing.guest_name) {
        (RingingStage::Calling, _) => scene.text("ringing-calling", &[("user", name.into())]),
        (RingingStage::RingsThere, _) => scene.text("ringing-rings", &[("user", name.into())]),
        (_, None) => scene.text("incoming-title", &[("user", name.into())]),
        (_, Some(_)) => scene.text("incoming-guest", &[("name", name.into())]),
    }
}

/// What is sent once it is accepted.
fn detail(scene: &Scene<'_>, ringing: &Ringing) -> String {
    if ringing.stage == RingingStage::Accepting {
        return scene.text("call-connecting", &[]);
    }
    words::chosen_source(scene)
}

fn incoming(ui: &mut Ui, scene: &mut Scene<'_>, is_open: bool) {
    ui.columns_const(|[left, right]| {
        left.vertical_centered_justified(|ui| {
            if danger(ui, is_open, &scene.text("incoming-reject", &[])).clicked() {
                scene.act(Action::Reject);
            }
        });
        right.vertical_centered_justified(|ui| {
            if primary(ui, is_open, &scene.text("incoming-accept", &[])).clicked() {
                scene.act(Action::Accept);
            }
        });
    });
}
