//! A server whose certificate has changed.

use eframe::egui::{RichText, Ui};

use crate::desktop::{Action, CertificateChange};
use crate::views::Scene;
use crate::views::theme::{Palette, space};
use crate::views::widgets::{card, danger, primary};

/// Says what has changed and asks what to do.
pub(super) fn show(ui: &mut Ui, scene: &mut Scene<'_>, change: &CertificateChange) {
    let palette = Palette::of(ui);
    card(ui, |ui| {
        let title = scene.text("certificate-changed-title", &[]);
        ui.label(RichText::new(title).size(18.0).strong().color(palette.bad));
        let server = change.server.clone();
        ui.label(scene.text("certificate-changed-text", &[("server", server.into())]));
        ui.add_space(space::CLOSE);
        if let Some(kept) = change.kept {
            let fingerprint = kept.to_string();
            fingerprint_line(
                ui,
                &scene.text("certificate-before", &[("fingerprint", fingerprint.into())]),
            );
        }
        let fingerprint = change.found.to_string();
        fingerprint_line(
            ui,
            &scene.text("certificate-now", &[("fingerprint", fingerprint.into())]),
        );
        ui.add_space(space::APART);
        ui.horizontal_wrapped(|ui| answers(ui, scene));
    });
}

fn answers(ui: &mut Ui, scene: &mut Scene<'_>) {
    if primary(ui, true, &scene.text("certificate-refuse", &[])).clicked() {
        scene.act(Action::DistrustNewCertificate);
    }
    if danger(ui, true, &scene.text("certificate-trust", &[])).clicked() {
        scene.act(Action::TrustNewCertificate);
    }
}

fn fingerprint_line(ui: &mut Ui, text: &str) {
    ui.label(RichText::new(text).monospace());
}
